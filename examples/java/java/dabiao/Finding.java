package dabiao;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something odd about a row or a cell, or a row that was refused.
 *
 * @param kind its code, such as {@code unreadable}
 * @param effect what became of the row
 * @param row the row's place among the observations of the request, from 0; null where it is about none
 * @param column the column of the row, or null
 * @param area the area, or null
 * @param indicator the indicator as it was written, or null
 * @param period the period, or null
 * @param cellZh the cell in words, in Chinese, or null
 * @param cellEn the same in English, or null
 * @param source where the row comes from, as {@code observations[3]} with what the row itself says, or null
 * @param rows how many rows it is about, where it is about several; else null
 * @param zh what it says in Chinese
 * @param en what it says in English
 */
public record Finding(String kind, Effect effect, Integer row, String column, String area, String indicator, String period, String cellZh,
        String cellEn, String source, Long rows, String zh, String en) {
    private static final Pattern PLACE = Pattern.compile("observations\\[(\\d+)](?:\\.(\\w+))?.*", Pattern.DOTALL);

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
