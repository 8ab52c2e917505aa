package dabiao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DabiaoTest {
    static final String DEATHS = "women.health.g2.maternal-mortality-ratio";

    static Observation deaths() {
        return Observation.of("孕产妇死亡率", 2024);
    }

    static Report judged(Observation... rows) {
        return Dabiao.judge(Request.of(2024).judging(DEATHS).observations(rows));
    }

    @ParameterizedTest
    @CsvSource({"12, MET, 0", "12.0, MET, 0", "11.99, MET, 0.01", "12.01, NOT_MET, -0.01"})
    void atJustBelowAndJustAboveTheBound(BigDecimal value, Outcome outcome, BigDecimal margin) {
        for (Observation row : List.of(deaths().value(value), deaths().value(value.toString()), deaths().value(value.doubleValue()))) {
            Verdict verdict = judged(row).verdict(DEATHS);
            assertEquals(outcome, verdict.outcome());
            assertEquals(0, margin.compareTo(verdict.margin()));
            assertEquals(0, new BigDecimal("12").compareTo(verdict.bound().limit()));
        }
    }

    @Test
    void countsDecide() {
        Verdict verdict = judged(deaths().counts(1, 823)).verdict(DEATHS);
        assertEquals(Outcome.NOT_MET, verdict.outcome());
        assertEquals(List.of(1L, 823L), List.of(verdict.numerator(), verdict.denominator()));
        assertTrue(verdict.en().startsWith("Maternal mortality ratio: 121.5 per 100,000 (1/823)"), verdict.en());
        assertTrue(verdict.zh().contains("尚未实现"), verdict.zh());
        assertEquals("missed_within_chance", verdict.chance());
    }

    @Test
    void verdictsInShortAreThoseOfTheReport() {
        Request request = Request.of(2024).judging("women").observations(deaths().value("15.1").with("period", 2023), deaths().counts(1, 823),
                Observation.of("孕产妇死亡率", 2022).with("value", "1O"));
        Report full = Dabiao.judge(request);
        BriefReport inShort = Dabiao.brief(request);
        assertEquals(full.verdicts().size(), inShort.verdicts().size());
        for (Verdict verdict : full.verdicts()) {
            Warning first = verdict.warnings().stream().filter(Warning::headline).findFirst().orElse(null);
            BriefVerdict wanted = new BriefVerdict(verdict.target(), verdict.outcome(), verdict.standing(), verdict.value(),
                    verdict.bound() == null ? null : verdict.bound().limit(), verdict.margin(), first == null ? null : first.signal(),
                    first == null ? null : first.severity());
            assertEquals(wanted, inShort.verdict(verdict.target()));
        }
        assertEquals(full.findings(), inShort.findings());
        assertEquals(Outcome.NOT_MET, inShort.verdict(DEATHS).outcome());
        List<BriefAnswer> answers = Dabiao.brief(List.of(request, Request.of(1800)));
        assertEquals(inShort, answers.get(0).report());
        assertTrue(!answers.get(1).answered() && !answers.get(1).problems().isEmpty());
        assertThrows(RefusedException.class, () -> Dabiao.brief(Request.of(1800)));
        assertThrows(NoSuchElementException.class, () -> inShort.verdict("x"));
    }

    @ParameterizedTest
    @CsvSource({"0.30000000000000004, 0.3", "89.99999999999999, 90", "14.3, 14.3", "12, 12", "1e-5, 0.00001", "-0.0, 0"})
    void aDoubleIsTakenTo15Digits(double value, String text) {
        assertEquals("{\"indicator\":\"x\",\"period\":2024,\"value\":\"" + text + "\"}", Observation.of("x", 2024).value(value).toString());
    }

    @Test
    void cellsAsDatabasesGiveThem() {
        Observation row = Observation.of("x", 2024).with("period", 2024.0).with("numerator", 1.0f).with("denominator", new BigDecimal("823.00"))
                .with("value", 14.3f).with("break", true).with("area", 150625.0).with("unit_id", (short) 7).with("sex", null);
        assertEquals("{\"indicator\":\"x\",\"period\":2024,\"numerator\":1,\"denominator\":823,\"value\":\"14.3\",\"break\":true,"
                + "\"area\":150625,\"unit_id\":7}", row.toString());
        assertEquals("{\"indicator\":\"x\",\"period\":2024,\"value\":\"12.50\"}", Observation.of("x", 2024).value(new BigDecimal("12.50")).toString());
        Report report = judged(deaths().with("numerator", 0).with("denominator", 702.5));
        assertEquals(List.of("denominator"), report.findings().stream().map(Finding::column).toList());
    }

    @Test
    void aDecimalOf15DigitsSurvivesADouble() {
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            BigDecimal number = BigDecimal.valueOf(Math.floorMod(random.nextLong(), 1_000_000_000_000_000L), random.nextInt(9));
            String row = Observation.of("x", 2024).value(number.doubleValue()).toString();
            String text = row.substring(row.lastIndexOf(':') + 2, row.length() - 2);
            assertEquals(0, number.compareTo(new BigDecimal(text)), number::toPlainString);
        }
    }

    @Test
    void whatIsMissingIsSaidAndIsNoZero() {
        for (Observation row : List.of(deaths().value(Double.NaN), deaths().value((String) null), deaths().value((BigDecimal) null), deaths())) {
            Report report = judged(row);
            assertEquals(Outcome.UNDETERMINED, report.verdict(DEATHS).outcome());
            assertNull(report.verdict(DEATHS).value());
            Finding finding = report.findings().get(0);
            assertEquals(Effect.REFUSED, finding.effect());
            assertEquals("value", finding.column());
            assertEquals(List.of("孕产妇死亡率 2024", "孕产妇死亡率 2024"), List.of(finding.cellZh(), finding.cellEn()));
            assertEquals(0, finding.row());
            assertTrue(finding.zh().contains("status") && finding.en().contains("status"));
        }
        Report report = judged(deaths().status("未统计"));
        assertEquals(List.of(), report.findings());
        assertTrue(report.verdict(DEATHS).reasons().get(0).contains("not_collected"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9O.5", "—", "Infinity", "NaN", "1,2345", "\ud800", "\0", ""})
    void aRowThatCannotBeReadIsAFinding(String value) {
        Report report = judged(Observation.of("孕产妇死亡率", 2023).counts(0, 702), deaths().value(value));
        assertEquals(1, report.findings().size());
        assertEquals(1, report.findings().get(0).row());
        assertEquals(Outcome.UNDETERMINED, report.verdict(DEATHS).outcome());
    }

    @Test
    void relationsThatDoNotHoldAreAudits() {
        Report report = judged(Observation.of("婴儿死亡率", 2024).value("4.9"), Observation.of("新生儿死亡率", 2024).value("5.1"));
        assertEquals(List.of(), report.findings());
        Audit audit = report.audits().get(0);
        assertTrue(audit.zh().startsWith("差错：") && audit.level() == AuditLevel.MUST && audit.cells().get(0).row() == 1, audit.toString());
        assertEquals(List.of("neonatal-mortality-rate", "infant-mortality-rate"), audit.cells().stream().map(Audit.Cell::indicator).toList());
    }

    @Test
    void whatIsWrongWithARequestIsToldWithPathsAndInBothLanguages() {
        RefusedException refused =
                assertThrows(RefusedException.class, () -> Dabiao.judge(Request.of(2024).settings("{\"around_tolerance\":\"-1\"}")));
        assertEquals(1, refused.problems().size());
        Problem problem = refused.problems().get(0);
        assertEquals("settings.around_tolerance", problem.path());
        assertEquals("around_tolerance“-1”不能使用：不小于0", problem.messageZh());
        assertTrue(refused.getMessage().contains(problem.message()) && refused.getMessage().contains(problem.messageZh()));
        assertThrows(IllegalArgumentException.class, () -> Request.of(2024).plan("{\"plan\":"));
        assertThrows(NoSuchElementException.class, () -> judged().verdict("women.health.g2"));
    }

    @Test
    void aBatchOfAThousandAreas() {
        List<Request> requests = new ArrayList<>();
        for (int place = 0; place < 1000; place++) {
            Observation row = deaths().in("县" + place).counts(place % 2, 823);
            requests.add(Request.of(place == 500 ? 1800 : 2024).judging(DEATHS).languages().observations(row));
        }
        List<Answer> answers = Dabiao.judge(requests);
        assertEquals(1000, answers.size());
        assertEquals("year", answers.get(500).problems().get(0).path());
        assertEquals(499, answers.stream().filter(Answer::answered).filter(answer -> answer.report().counts().get(Outcome.MET) == 1).count());
        assertEquals("县999", answers.get(999).report().area());
        assertEquals(Dabiao.judge(requests.get(7)), answers.get(7).report());
    }

    @Test
    void manyThreads() {
        List<Outcome> outcomes = IntStream.range(0, 64).parallel()
                .mapToObj(place -> judged(deaths().counts(place % 2, 823)).verdict(DEATHS).outcome()).toList();
        for (int place = 0; place < 64; place++) {
            assertEquals(place % 2 == 0 ? Outcome.MET : Outcome.NOT_MET, outcomes.get(place));
        }
    }

    @Test
    void rostersSayWhoHasNotReported() {
        List<Observation> rows = List.of(Observation.of("适龄儿童免疫规划疫苗接种率", 2024).in("甲").unit("乡镇", "东镇").value("96%"));
        Request request = Request.of(2024).in("甲").observations(rows);
        Report silent = Dabiao.judge(request.rosters(List.of(Roster.of("甲", "township", 2024, "东镇", "西镇"))));
        Report whole = Dabiao.judge(request.rosters(List.of(Roster.of("甲", "township", 2024, "东镇"))));
        assertEquals(Outcome.UNDETERMINED, vaccinated(silent));
        assertEquals(Outcome.MET, vaccinated(whole));
    }

    private static Outcome vaccinated(Report report) {
        return report.verdicts().stream().filter(verdict -> "适龄儿童免疫规划疫苗接种率".equals(verdict.indicatorZh())).findFirst().orElseThrow()
                .outcome();
    }

    @Test
    void anOwnPlan() throws java.io.IOException {
        String request = Files.readString(ConformanceTest.PACK.resolve("levels/request.json"));
        @SuppressWarnings("unchecked")
        Map<String, Object> given = (Map<String, Object>) Json.read(request);
        Map<String, Object> plan = Json.maps(given, "plans").get(0);
        String id = Json.text(Json.map(plan, "plan"), "id");
        Report report = Dabiao.judge(Request.of(2024).plan(Json.write(plan)).judging(id).observations(deaths().value("11.5")));
        assertEquals(1, report.verdicts().size());
        assertEquals(id, report.verdicts().get(0).plan());
    }

    @Test
    void aRowFromColumnsAsText() {
        Observation row = Observation.of(Map.of("indicator", "孕产妇死亡率", "period", "2024 年", "value", "０.1２‰"));
        assertEquals(Outcome.MET, judged(row).verdict(DEATHS).outcome());
        assertEquals(Dabiao.key("Ａ　区"), Dabiao.key("a区"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,]", "{\"a\" 1}", "nul", "\"\\x\"", "\"\\u12\"", "1 2", "[[", "{\"a\":1,}", "\"", "01x"})
    void whatIsNoJsonIsNotRead(String text) {
        assertThrows(IllegalArgumentException.class, () -> Json.read(text));
    }

    @Test
    void jsonSurvives() {
        String text = "{\"a\":[1,-2,null,true,false,\"x\\\"\\\\\\u0001中😀\"],\"b\":{},\"c\":[]}";
        assertEquals(text, Json.write(Json.read(text)));
        assertEquals("[\"😀\"]", Json.write(Json.read("[\"\\ud83d\\ude00\"]")));
        assertEquals(List.of("\n\t\r\b\f/"), Json.read(" [ \"\\n\\t\\r\\b\\f\\/\" ] "));
    }
}
