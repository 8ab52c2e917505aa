package dabiao;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** As much JSON as the requests and reports of this package need: maps, lists, text, whole numbers, true, false and null. */
final class Json {
    private final String text;
    private int place;

    private Json(String text) {
        this.text = text;
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException where it is no JSON
     */
    static Object read(String text) {
        Json reader = new Json(text);
        Object value = reader.value(0);
        reader.blanks();
        if (reader.place < text.length()) {
            throw reader.wrong("something stands behind the value");
        }
        return value;
    }

    /** Writes a value. */
    static String write(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
        if (value == null || value instanceof Boolean || value instanceof Long || value instanceof Integer) {
            out.append(value);
        } else if (value instanceof Map<?, ?> map) {
            char before = '{';
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(before);
                quote(String.valueOf(entry.getKey()), out);
                out.append(':');
                write(entry.getValue(), out);
                before = ',';
            }
            out.append(before == '{' ? "{}" : "}");
        } else if (value instanceof Iterable<?> list) {
            char before = '[';
            for (Object each : list) {
                out.append(before);
                write(each, out);
                before = ',';
            }
            out.append(before == '[' ? "[]" : "]");
        } else if (value instanceof BigDecimal number) {
            out.append(number);
        } else if (value instanceof Raw raw) {
            out.append(raw.text());
        } else {
            quote(value.toString(), out);
        }
    }

    /** JSON that is written already. */
    record Raw(String text) {
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int at = 0; at < text.length(); at++) {
            char found = text.charAt(at);
            int escape = "\b\t\n\f\r\"\\".indexOf(found);
            if (escape >= 0) {
                out.append('\\').append("btnfr\"\\".charAt(escape));
            } else if (Character.isHighSurrogate(found) && at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))) {
                out.append(found).append(text.charAt(++at));
            } else if (found < ' ' || Character.isSurrogate(found)) {
                // Half a character stays one, and its row is refused.
                out.append(String.format("\\u%04x", (int) found));
            } else {
                out.append(found);
            }
        }
        out.append('"');
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("character " + (place + 1) + ": " + what);
    }

    private void blanks() {
        while (place < text.length() && " \t\r\n".indexOf(text.charAt(place)) >= 0) {
            place++;
        }
    }

    private char next() {
        if (place >= text.length()) {
            throw wrong("the text ends too early");
        }
        return text.charAt(place);
    }

    private boolean taken(char wanted) {
        blanks();
        if (next() != wanted) {
            return false;
        }
        place++;
        return true;
    }

    private void take(char wanted) {
        if (!taken(wanted)) {
            throw wrong("`" + wanted + "` is needed");
        }
    }

    private Object value(int depth) {
        if (depth > 200) {
            throw wrong("too deep");
        }
        blanks();
        switch (next()) {
            case '{' -> {
                place++;
                Map<String, Object> map = new LinkedHashMap<>();
                if (taken('}')) {
                    return map;
                }
                do {
                    blanks();
                    String name = string();
                    take(':');
                    map.put(name, value(depth + 1));
                } while (taken(','));
                take('}');
                return map;
            }
            case '[' -> {
                place++;
                List<Object> list = new ArrayList<>();
                if (taken(']')) {
                    return list;
                }
                do {
                    list.add(value(depth + 1));
                } while (taken(','));
                take(']');
                return list;
            }
            case '"' -> {
                return string();
            }
            default -> {
                return word();
            }
        }
    }

    private Object word() {
        int start = place;
        while (place < text.length() && ",]} \t\r\n".indexOf(text.charAt(place)) < 0) {
            place++;
        }
        String word = text.substring(start, place);
        return switch (word) {
            case "null" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> {
                try {
                    yield Long.valueOf(word);
                } catch (NumberFormatException error) {
                    try {
                        yield new BigDecimal(word);
                    } catch (NumberFormatException again) {
                        throw wrong("`" + word + "` is no value");
                    }
                }
            }
        };
    }

    private String string() {
        take('"');
        int end = place;
        while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\\') {
            end++;
        }
        StringBuilder out = new StringBuilder(text.substring(place, end));
        place = end;
        while (next() != '"') {
            char found = text.charAt(place++);
            if (found != '\\') {
                out.append(found);
                continue;
            }
            char escape = next();
            place++;
            switch (escape) {
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case 'r' -> out.append('\r');
                case 'b' -> out.append('\b');
                case 'f' -> out.append('\f');
                case '"', '\\', '/' -> out.append(escape);
                case 'u' -> {
                    if (place + 4 > text.length()) {
                        throw wrong("four digits are needed");
                    }
                    try {
                        out.append((char) Integer.parseInt(text.substring(place, place + 4), 16));
                    } catch (NumberFormatException error) {
                        throw wrong("four digits are needed");
                    }
                    place += 4;
                }
                default -> throw wrong("there is no `\\" + escape + "`");
            }
        }
        place++;
        return out.toString();
    }

    /** What stands under a name, as a map; empty where nothing does. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Map<String, Object> of, String name) {
        return of.get(name) instanceof Map<?, ?> found ? (Map<String, Object>) found : Map.of();
    }

    /** What stands under a name, as a list of maps; empty where nothing does. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> maps(Map<String, Object> of, String name) {
        return of.get(name) instanceof List<?> found ? (List<Map<String, Object>>) found : List.of();
    }

    /** What stands under a name, as text; null where nothing does. */
    static String text(Map<String, Object> of, String name) {
        return of.get(name) instanceof String found ? found : null;
    }

    /** A decimal, which is text on the wire; null where there is none. */
    static BigDecimal decimal(Map<String, Object> of, String name) {
        return of.get(name) instanceof String found ? new BigDecimal(found) : null;
    }

    /**
     * A whole number; null where there is none.
     *
     * @throws ArithmeticException where it is too large
     */
    static Long whole(Map<String, Object> of, String name) {
        Object found = of.get(name);
        return found instanceof BigDecimal large ? Long.valueOf(large.longValueExact()) : found instanceof Long whole ? whole : null;
    }

    /** True where it says so. */
    static boolean flag(Map<String, Object> of, String name) {
        return Boolean.TRUE.equals(of.get(name));
    }

    /** A code of the wire in the form in which constants are written, {@code not_met} as {@code NOT_MET}. */
    static <E extends Enum<E>> E constant(Class<E> of, Map<String, Object> map, String name) {
        String code = text(map, name);
        return code == null ? null : Enum.valueOf(of, code.toUpperCase(java.util.Locale.ROOT));
    }
}
