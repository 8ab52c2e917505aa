import dabiao.Answer;
import dabiao.Audit;
import dabiao.Dabiao;
import dabiao.Effect;
import dabiao.Finding;
import dabiao.Observation;
import dabiao.Outcome;
import dabiao.Report;
import dabiao.Request;
import dabiao.Roster;
import dabiao.Verdict;
import dabiao.Warning;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Judges a PostgreSQL database where it stands, as the Rust program beside it does: the same queries, the same tables, the same rows.
 *
 * <p>{@code java -cp dabiao.jar:postgresql.jar JudgeDatabase.java jdbc:postgresql://HOST/NAME?user=USER 2024 [FOLDER OF THE QUERIES]}
 */
final class JudgeDatabase {
    /** Held while a run lasts, so that a second one waits and then sees what the first has written. */
    private static final String LOCK = "SELECT pg_advisory_lock(4701396)";
    /** A double with more decimal places is a quotient that a program computed, and no figure that was published. */
    private static final int MAX_PLACES = 10;
    /** So many areas are judged in one call: a report takes some megabytes while it is read. */
    private static final int BATCH = 32;
    /** The columns of an observation table by those of the query, in which the values are put together from two. */
    private static final Map<String, String> COLUMNS = Map.ofEntries(Map.entry("dabiao_id", "indicator"), Map.entry("kind", "unit_kind"),
            Map.entry("name", "unit_id"), Map.entry("residence", "residence"), Map.entry("sex", "sex"), Map.entry("age", "age"),
            Map.entry("period", "period"), Map.entry("unit", "unit"), Map.entry("numerator", "numerator"),
            Map.entry("denominator", "denominator"));
    /** The tables that are written, and of how many columns their keys are. */
    private static final List<Map.Entry<String, Integer>> TABLES = List.of(Map.entry("dabiao_run", 2), Map.entry("dabiao_verdict", 3),
            Map.entry("dabiao_warning", 4), Map.entry("dabiao_finding", 6), Map.entry("dabiao_audit", 4));
    /** Kinds of findings on rows that nothing reads. */
    private static final Set<String> UNUSED = Set.of("unknown_unit_kind", "part_unused", "units_unused", "indicator_unused");

    /** Something that was refused or is odd, as it is written. */
    private record Told(String table, long row, String column, String message, String effect, String cell) {
    }

    /** A row of values as it is judged; the ways in which its columns are called where something is wrong with them. */
    private record Row(long id, Observation observation, Map<String, String> called, List<Told> refused) {
    }

    /** The rows of an area. */
    private static final class Area {
        final String name;
        final List<Row> rows = new ArrayList<>();
        final Map<String, Members> rosters = new TreeMap<>();
        final Set<String> torn = new HashSet<>();
        final List<Told> told = new ArrayList<>();
        int members;

        Area(String name) {
            this.name = name;
        }
    }

    /**
     * A roster as it is gathered: the units by their folded names, and each writing of them, for names that differ in their marks
     * alone are told by the library.
     */
    private record Members(String kind, int year, Map<String, Roster.Member> units, Map<String, Roster.Member> written) {
    }

    private final Connection connection;
    private final int year;
    private final Path queries;
    private final Map<String, Area> areas = new TreeMap<>();
    private final Map<String, String> keys = new HashMap<>();

    private JudgeDatabase(Connection connection, int year, Path queries) {
        this.connection = connection;
        this.year = year;
        this.queries = queries;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 2) {
            System.err.println("usage: java -cp dabiao.jar:postgresql.jar JudgeDatabase.java jdbc:postgresql://HOST/NAME YEAR [QUERIES]");
            System.exit(2);
        }
        Path queries = Path.of(arguments.length > 2 ? arguments[2] : "sql");
        try (Connection connection = DriverManager.getConnection(arguments[0]); Statement statement = connection.createStatement()) {
            statement.execute(LOCK);
            // One transaction from the first read to the last write. Where anything fails the connection ends without a commit.
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            int changed = new JudgeDatabase(connection, Integer.parseInt(arguments[1]), queries).judge();
            connection.commit();
            System.out.println(changed + " rows changed");
        } catch (SQLException | IllegalArgumentException error) {
            System.err.println(error.getMessage() + "; nothing was changed");
            System.exit(2);
        }
    }

    private int judge() throws SQLException, IOException {
        readValues();
        readMembers();
        List<Area> all = List.copyOf(areas.values());
        Map<String, List<Object[]>> rows = new LinkedHashMap<>();
        for (int from = 0; from < all.size(); from += BATCH) {
            List<Area> batch = all.subList(from, Math.min(from + BATCH, all.size()));
            List<Answer> answers = Dabiao.judge(batch.stream().map(this::request).toList());
            for (int place = 0; place < batch.size(); place++) {
                Answer answer = answers.get(place);
                if (!answer.answered()) {
                    throw new IllegalArgumentException(answer.problems().toString());
                }
                write(batch.get(place), answer.report(), rows);
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(queries.resolve("tables.sql")));
        }
        int changed = 0;
        for (Map.Entry<String, Integer> table : TABLES) {
            changed += sync(table.getKey(), table.getValue(), rows.getOrDefault(table.getKey(), List.of()));
        }
        return changed;
    }

    private String key(String name) {
        return keys.computeIfAbsent(name, Dabiao::key);
    }

    private Area area(String name) {
        return areas.computeIfAbsent(key(name), key -> new Area(name));
    }

    /** A cell as text; blanks are none. */
    private static String text(Object cell) {
        return cell == null ? "" : cell.toString().strip();
    }

    /** Why a cell is no figure and no text, or null. */
    private static String refusal(Object cell, boolean flag) {
        if (cell instanceof Double number && !number.isNaN() && !number.isInfinite()) {
            BigDecimal exact = new BigDecimal(number).round(new MathContext(15)).stripTrailingZeros();
            return exact.scale() > MAX_PLACES ? "数“" + exact.toPlainString() + "”不能使用：小数超过" + MAX_PLACES + "位" : null;
        }
        boolean known = cell == null || cell instanceof Number || cell instanceof String || cell instanceof java.sql.Date;
        String name = cell instanceof Boolean ? "boolean" : cell instanceof byte[] ? "bytea" : known ? "" : cell.getClass().getSimpleName();
        return known || flag && cell instanceof Boolean ? null : "此处应为数或文本，存的是" + name + "；请直接存数值";
    }

    private void readValues() throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(Files.readString(queries.resolve("values.sql")))) {
            while (found.next()) {
                long id = found.getLong("id");
                Map<String, String> called = new HashMap<>(Map.of("indicator", "code", "break", "changed_definition"));
                List<String[]> wrong = new ArrayList<>();
                Observation row = Observation.of(Map.of()).with("source", "zb_value:" + id);
                for (String column : List.of("area", "code", "org_id", "value", "value_text", "status", "reason", "changed_definition")) {
                    check(column, found.getObject(column), wrong);
                }
                for (Map.Entry<String, String> column : COLUMNS.entrySet()) {
                    Object cell = found.getObject(column.getKey());
                    check(column.getValue(), cell, wrong);
                    row = row.with(column.getValue(), cell instanceof String blank ? blank.strip() : cell);
                }
                String area = text(found.getObject("area")), code = text(found.getObject("code"));
                if (text(found.getObject("dabiao_id")).isEmpty() && wrong.isEmpty()) {
                    wrong.add(new String[] {"code", "本地代码“" + code + "”没有对应的指标；请加入zb_map"});
                }
                if (found.getObject("org_id") != null && text(found.getObject("kind")).isEmpty() && text(found.getObject("name")).isEmpty()) {
                    wrong.add(new String[] {"org_id", unknown(found.getObject("org_id"))});
                }
                Object number = found.getObject("value"), written = found.getObject("value_text");
                boolean first = !text(number).isEmpty(), second = !text(written).isEmpty();
                if (first && second) {
                    wrong.add(new String[] {"value_text",
                            "value写的是“" + plain(number) + "”，value_text写的是“" + text(written) + "”；请只留一个"});
                }
                if (second && !first) {
                    called.put("value", "value_text");
                }
                String reason = text(found.getObject("reason"));
                if (!reason.isEmpty()) {
                    called.put("status", "reason");
                }
                Object changed = found.getObject("changed_definition");
                boolean set = changed instanceof Boolean flag ? flag : plain(changed).equals("1");
                row = row.with("value", first ? number : written).with("status", reason.isEmpty() ? found.getObject("status") : reason)
                        .with("break", set ? (Object) true : plain(changed).equals("0") || changed instanceof Boolean ? null : changed);
                if (!area.isEmpty()) {
                    row = row.with("area", plain(found.getObject("area")));
                }
                if (!wrong.isEmpty()) {
                    // That somebody reported is known; what, is not.
                    row = row.with("numerator", null).with("denominator", null).with("value", "?");
                }
                List<Told> refused = wrong.stream().map(each -> new Told("zb_value", id, each[0], each[1], Effect.REFUSED.zh(), "")).toList();
                area(plain(found.getObject("area"))).rows.add(new Row(id, row, called, refused));
            }
        }
    }

    private static void check(String column, Object cell, List<String[]> wrong) {
        String refusal = refusal(cell, column.equals("changed_definition"));
        if (refusal != null) {
            wrong.add(new String[] {column, refusal});
        }
    }

    /** A number without the zeros that its type gives it: 2024.0 is 2024. */
    private static String plain(Object cell) {
        if (cell instanceof Double || cell instanceof Float || cell instanceof BigDecimal) {
            try {
                BigDecimal number = new BigDecimal(cell.toString()).round(new MathContext(15)).stripTrailingZeros();
                return number.toPlainString();
            } catch (NumberFormatException none) {
                return cell.toString();
            }
        }
        return text(cell);
    }

    private static String unknown(Object unit) {
        return "org表中没有“" + plain(unit) + "”；请改正该行，或补上该单位";
    }

    private void readMembers() throws SQLException, IOException {
        List<Told> strays = new ArrayList<>();
        boolean allTorn = false;
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(Files.readString(queries.resolve("members.sql")))) {
            while (found.next()) {
                long id = found.getLong("id");
                if (found.getObject("known") == null) {
                    strays.add(new Told("org_year", id, "org_id", unknown(found.getObject("org_id")), Effect.REFUSED.zh(), ""));
                    continue;
                }
                Area area = area(plain(found.getObject("area")));
                area.members++;
                String kind = text(found.getObject("kind")), name = plain(found.getObject("name"));
                String written = plain(found.getObject("year")), size = plain(found.getObject("size"));
                List<String[]> wrong = new ArrayList<>();
                if (kind.isEmpty()) {
                    wrong.add(new String[] {"kind", "请写明是哪一类单位"});
                }
                if (name.isEmpty()) {
                    wrong.add(new String[] {"name", "请写明是哪个单位；没有这类单位时写“无”"});
                }
                if (!written.matches("(19|20|21)\\d\\d年?")) {
                    wrong.add(new String[] {"year", "请写年份"});
                }
                if (!size.matches("\\d{0,18}|\\d{1,3}(,\\d{3}){1,5}")) {
                    wrong.add(new String[] {"size", "“" + size + "”不是整数"});
                }
                if (wrong.isEmpty()) {
                    int year = Integer.parseInt(written.substring(0, 4));
                    Members roster = area.rosters.computeIfAbsent(key(kind) + " " + year, each -> new Members(kind, year, new TreeMap<>(), new LinkedHashMap<>()));
                    Roster.Member unit = new Roster.Member(name, size.isEmpty() ? null : Long.valueOf(size.replace(",", "")));
                    Roster.Member earlier = roster.units.putIfAbsent(key(name), unit);
                    roster.written.putIfAbsent(name, unit);
                    boolean none = roster.units.containsKey("none") || roster.units.containsKey("无");
                    if (none && roster.units.size() > 1) {
                        wrong.add(new String[] {"name", "名录既写“无”，又列有单位"});
                    } else if (earlier != null && !Objects.equals(earlier.size(), unit.size())) {
                        wrong.add(new String[] {"size", "“" + name + "”前面已写了另一个规模"});
                    }
                }
                if (!wrong.isEmpty()) {
                    allTorn |= kind.isEmpty();
                    area.torn.add(key(kind));
                }
                wrong.forEach(each -> area.told.add(new Told("org_year", id, each[0], each[1], Effect.REFUSED.zh(), "")));
            }
        }
        for (Area area : areas.values()) {
            // A row that is lost leaves the rosters of its kind open; one of which not even that is known, all of them.
            boolean open = allTorn || !strays.isEmpty();
            for (Members roster : List.copyOf(area.rosters.values())) {
                if (open || area.torn.contains(key(roster.kind))) {
                    area.told.add(new Told("org_year", 0, "year", "名录（" + area.name + " " + roster.kind + " " + roster.year
                            + "）有行被拒收，不完整，未采用；补正后才能判断全部单位是否达标", Effect.REFUSED.zh(), ""));
                    area.rosters.remove(key(roster.kind) + " " + roster.year);
                }
            }
            area.told.addAll(strays);
            area.members += strays.size();
        }
    }

    private Request request(Area area) {
        Request request = Request.of(year).languages("zh").observations(area.rows.stream().map(Row::observation).toList())
                .rosters(area.rosters.values().stream().map(roster -> roster(area, roster)).toList());
        return area.name.isEmpty() ? request : request.in(area.name);
    }

    private Roster roster(Area area, Members roster) {
        List<Roster.Member> units = roster.written.values().stream().filter(unit -> !Set.of("none", "无").contains(key(unit.id())))
                .toList();
        return new Roster(area.name.isEmpty() ? null : area.name, roster.kind, roster.year, units);
    }

    /** Without the places in the request, of which nobody in the database knows. */
    private static String ours(String text) {
        return text == null ? "" : text.replaceAll("observations\\[\\d+] ?", "");
    }

    private void write(Area area, Report report, Map<String, List<Object[]>> rows) {
        for (Verdict verdict : report.verdicts()) {
            String sources = verdict.sources().stream().map(JudgeDatabase::ours).collect(Collectors.joining("；"));
            add(rows, "dabiao_verdict", area.name, year, verdict.target(), verdict.clause(), verdict.indicator(), verdict.indicatorZh(),
                    verdict.outcome().zh(), verdict.standing().zh(), verdict.asksZh(), decimal(verdict.value()), verdict.unit(),
                    verdict.numerator(), verdict.denominator(), decimal(verdict.margin()), verdict.marginUnit(), verdict.zh(), sources);
            for (Warning warning : verdict.warnings()) {
                add(rows, "dabiao_warning", area.name, year, verdict.target(), warning.signal(),
                        warning.severity() == null ? "说明" : warning.severity().zh(), warning.zh());
            }
        }
        for (Audit audit : report.audits()) {
            String sources = audit.cells().stream().map(Audit.Cell::source).filter(Objects::nonNull).map(JudgeDatabase::ours)
                    .collect(Collectors.joining("；"));
            add(rows, "dabiao_audit", area.name, year, audit.relation(), sources, audit.level().zh(), ours(audit.zh()), audit.remedyZh());
        }
        Set<Long> refused = new HashSet<>();
        long unused = 0, unnamed = 0;
        List<Told> told = new ArrayList<>(area.told);
        area.rows.forEach(row -> told.addAll(row.refused));
        for (Finding finding : report.findings()) {
            Row row = finding.row() == null ? null : area.rows.get(finding.row());
            if (row != null && !row.refused.isEmpty()) {
                continue;
            }
            unused += UNUSED.contains(finding.kind()) ? finding.rows() : 0;
            unnamed += finding.kind().equals("more_unreadable") ? finding.rows() : 0;
            boolean unread = finding.kind().equals("unreadable");
            String message = ours(unread ? finding.zh().replaceFirst("^“\\w+”列：", "") : finding.zh());
            String column = unread && row != null ? row.called.getOrDefault(finding.column(), finding.column()) : "";
            told.add(new Told(row == null ? "" : "zb_value", row == null ? 0 : row.id, column, message, finding.effect().zh(),
                    unread || finding.cellZh() == null ? "" : finding.cellZh()));
        }
        told.stream().filter(each -> each.effect.equals(Effect.REFUSED.zh()) && each.table.equals("zb_value")).forEach(each -> refused.add(each.row));
        long members = area.told.stream().filter(each -> each.row != 0).map(Told::row).distinct().count();
        for (Told each : told) {
            add(rows, "dabiao_finding", area.name, year, each.table, each.row, each.column, each.message, each.effect, each.cell);
        }
        Map<Outcome, Long> counts = report.counts();
        long lost = refused.size() + unnamed, read = area.rows.size();
        add(rows, "dabiao_run", area.name, year, Dabiao.schemaVersion(), Dabiao.version(), read, read - lost - unused, unused, lost, area.members,
                members, counts.values().stream().mapToLong(Long::longValue).sum(), counts.get(Outcome.MET), counts.get(Outcome.NOT_MET),
                counts.get(Outcome.UNDETERMINED), counts.get(Outcome.NOT_APPLICABLE), counts.get(Outcome.NOT_DUE), counts.get(Outcome.NOT_JUDGED));
        System.out.printf("%s %d: %d rows read = %d used + %d unused + %d refused; %d met, %d not met; %d findings, %d audits%n", area.name, year,
                read, read - lost - unused, unused, lost, counts.get(Outcome.MET), counts.get(Outcome.NOT_MET), told.size(),
                report.audits().size());
    }

    private static String decimal(BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static void add(Map<String, List<Object[]>> rows, String table, Object... cells) {
        rows.computeIfAbsent(table, each -> new ArrayList<>()).add(cells);
    }

    /** Brings a table to what it should say for the year: what stands there already is not written again. */
    private int sync(String table, int keys, List<Object[]> rows) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("SELECT * FROM " + table + " WHERE false")) {
            for (int place = 1; place <= none.getMetaData().getColumnCount(); place++) {
                columns.add(none.getMetaData().getColumnName(place));
            }
            statement.execute("CREATE TEMPORARY TABLE wanted ON COMMIT DROP AS SELECT * FROM " + table + " WHERE false");
        }
        String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO wanted VALUES (" + places + ")")) {
            Set<List<Object>> done = new LinkedHashSet<>();
            for (Object[] row : rows) {
                if (done.add(Arrays.asList(row).subList(0, keys))) {
                    for (int place = 0; place < row.length; place++) {
                        insert.setObject(place + 1, row[place]);
                    }
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
        String key = String.join(", ", columns.subList(0, keys)), rest = String.join(", ", columns.subList(keys, columns.size()));
        String fresh = columns.subList(keys, columns.size()).stream().map(column -> "excluded." + column).collect(Collectors.joining(", "));
        String old = columns.subList(keys, columns.size()).stream().map(column -> "old." + column).collect(Collectors.joining(", "));
        String same = columns.subList(0, keys).stream().map(column -> "wanted." + column + " = old." + column).collect(Collectors.joining(" AND "));
        try (Statement statement = connection.createStatement()) {
            int changed = statement.executeUpdate("DELETE FROM " + table + " old WHERE year = " + year
                    + " AND NOT EXISTS (SELECT 1 FROM wanted WHERE " + same + ")");
            changed += statement.executeUpdate("INSERT INTO " + table + " AS old SELECT * FROM wanted ON CONFLICT (" + key + ") DO UPDATE SET ("
                    + rest + ") = (" + fresh + ") WHERE (" + old + ") IS DISTINCT FROM (" + fresh + ")");
            statement.execute("DROP TABLE wanted");
            return changed;
        }
    }
}
