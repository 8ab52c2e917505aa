package dabiao;

/**
 * A warning, or a remark that has no severity.
 *
 * @param signal what fired, such as {@code missed}
 * @param severity how severe it is; null for a remark
 * @param headline whether it is the target's most severe
 * @param sure whether the miss is more than chance could explain; null where that is not asked
 * @param countsWanted whether counts are asked for, since the value came without those that it has and chance could explain the miss
 * @param clearing the kind of what would clear it, or null
 * @param zh the sentence in Chinese; null where it was not asked for
 * @param en the sentence in English; null where it was not asked for
 */
public record Warning(String signal, Severity severity, boolean headline, Boolean sure, boolean countsWanted, String clearing, String zh,
        String en) {
}
