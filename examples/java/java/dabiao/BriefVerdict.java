package dabiao;

import java.math.BigDecimal;

/**
 * One target in short. Every number is exact, or rounded to at least 12 decimals after the verdict was made.
 *
 * @param target the target's id
 * @param outcome the verdict
 * @param standing where it stands
 * @param value the value that was judged, or null
 * @param limit what it was compared with, or null
 * @param margin value minus bound, positive where good, or null
 * @param signal what the warning is about that is told first, such as {@code difficult}, or null
 * @param severity how severe that warning is, or null
 */
public record BriefVerdict(String target, Outcome outcome, Standing standing, BigDecimal value, BigDecimal limit, BigDecimal margin, String signal,
        Severity severity) {
}
