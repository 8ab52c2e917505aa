package dabiao;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something odd about a row or a cell, a row that was refused, or a relation between figures that does not hold.
 *
 * @param kind its code, such as {@code unreadable}; {@code relation_broken} is one of the audit (逻辑审核)
 * @param effect what became of the row
 * @param row the row's place among the observations of the request, from 0; null where it is about none
 * @param column the column of the row, or null
 * @param area the area, or null
 * @param indicator the indicator as it was written, or null
 * @param period the period, or null
 * @param cellZh the cell in words, in Chinese, or null
 * @param cellEn the same in English, or null
 * @param source where the row comes from, or null
 * @param zh what it says in Chinese
 * @param en what it says in English
 */
public record Finding(String kind, Effect effect, Integer row, String column, String area, String indicator, String period, String cellZh,
        String cellEn, String source, String zh, String en) {
    private static final Pattern PLACE = Pattern.compile("observations\\[(\\d+)](?:\\.(\\w+))?.*", Pattern.DOTALL);

    /**
     * Whether it is a relation between figures that does not hold.
     *
     * @return true for a finding of the audit
     */
    public boolean ofAudit() {
        return kind.equals("relation_broken");
    }

    /** The row and the column of a source that the JSON API wrote. */
    static Integer row(String source) {
        Matcher found = PLACE.matcher(source == null ? "" : source);
        return found.matches() ? Integer.valueOf(found.group(1)) : null;
    }

    static String column(String source) {
        Matcher found = PLACE.matcher(source == null ? "" : source);
        return found.matches() ? found.group(2) : null;
    }
}
