package dabiao;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row: what was observed of an indicator in a period. A row is never refused here; what cannot be read is a finding of the report.
 *
 * <pre>{@code
 * Observation.of("孕产妇死亡率", 2024).counts(1, 823)
 * Observation.of("婴儿死亡率", 2024).in("150625").value("4.1‰")
 * }</pre>
 */
public final class Observation {
    /** Below this a double holds every whole number. */
    private static final BigDecimal EXACT = new BigDecimal("9e15");

    private final Map<String, Object> cells;

    private Observation(Map<String, Object> cells) {
        this.cells = cells;
    }

    /**
     * A row of a year.
     *
     * @param indicator the indicator's id or name
     * @param year the year
     * @return the row
     */
    public static Observation of(String indicator, int year) {
        return new Observation(Map.of()).with("indicator", indicator).with("period", (long) year);
    }

    /**
     * A row from the columns of an observation table, cells as text as offices write them.
     *
     * @param columns texts by the names of the columns; null and blank texts are empty cells
     * @return the row
     */
    public static Observation of(Map<String, String> columns) {
        Observation row = new Observation(Map.of());
        for (Map.Entry<String, String> cell : columns.entrySet()) {
            row = row.with(cell.getKey(), cell.getValue());
        }
        return row;
    }

    /**
     * With a cell of any column, as databases give it. A double is taken to 15 significant digits and a float by its shortest form; a
     * count or year such as 702.0 is 702; NaN is an empty cell.
     *
     * @param column the column's name
     * @param cell text, a number, true or false; null is an empty cell
     * @return the row
     */
    public Observation with(String column, Object cell) {
        Map<String, Object> cells = new LinkedHashMap<>(this.cells);
        cells.remove(column);
        Object written = written(column, cell);
        if (written != null) {
            cells.put(column, written);
        }
        return new Observation(cells);
    }

    private static Object written(String column, Object cell) {
        if (cell instanceof Double number) {
            return Double.isNaN(number) ? null : Double.isInfinite(number) ? number.toString() : written(column, exact(number));
        }
        if (cell instanceof Float number) {
            return number.isNaN() ? null : number.isInfinite() ? number.toString() : written(column, new BigDecimal(number.toString()));
        }
        if (cell instanceof BigDecimal number) {
            // A value keeps the digits that it was printed with; a count, a year and a code are whole.
            BigDecimal short15 = number.stripTrailingZeros();
            boolean whole = !column.equals("value") && short15.scale() <= 0 && number.abs().compareTo(EXACT) < 0;
            return whole ? Long.valueOf(number.longValueExact()) : Math.abs(number.precision() - number.scale()) > 40 ? number.toString()
                    : number.toPlainString();
        }
        if (cell instanceof Long || cell instanceof Integer || cell instanceof Short || cell instanceof Byte) {
            long number = ((Number) cell).longValue();
            return column.equals("value") ? Long.toString(number) : Long.valueOf(number);
        }
        return cell instanceof Boolean ? cell : cell == null ? null : cell.toString();
    }

    private static BigDecimal exact(double value) {
        return new BigDecimal(value).round(new MathContext(15, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    /**
     * Of an area.
     *
     * @param area its code or name
     * @return the row
     */
    public Observation in(String area) {
        return with("area", area);
    }

    /**
     * Of a unit inside the area.
     *
     * @param kind the kind of unit, such as {@code township} or 苏木镇
     * @param id its code or name
     * @return the row
     */
    public Observation unit(String kind, String id) {
        return with("unit_kind", kind).with("unit_id", id);
    }

    /**
     * With a value as it is written.
     *
     * @param value such as {@code "97.3%"}; null is an empty cell
     * @return the row
     */
    public Observation value(String value) {
        return with("value", value);
    }

    /**
     * With an exact value in the indicator's unit.
     *
     * @param value the value; null is an empty cell
     * @return the row
     */
    public Observation value(BigDecimal value) {
        return with("value", value);
    }

    /**
     * With a value that was kept in binary, to 15 significant digits: 0.1 + 0.2 is 0.3. NaN is an empty cell, which is said; infinity
     * is refused by name.
     *
     * @param value the value
     * @return the row
     */
    public Observation value(double value) {
        return with("value", value);
    }

    /**
     * With counts.
     *
     * @param numerator so many cases
     * @param denominator of so many
     * @return the row
     */
    public Observation counts(long numerator, long denominator) {
        return with("numerator", numerator).with("denominator", denominator);
    }

    /**
     * Without a value, and why, or how settled the value is.
     *
     * @param status such as {@code not_collected} or 未统计
     * @return the row
     */
    public Observation status(String status) {
        return with("status", status);
    }

    Map<String, Object> cells() {
        return cells;
    }

    @Override
    public String toString() {
        return Json.write(cells);
    }
}
