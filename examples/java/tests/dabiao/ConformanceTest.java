package dabiao;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The conformance pack, byte for byte. */
class ConformanceTest {
    static final Path ROOT = Path.of(System.getProperty("dabiao.root"));
    static final Path PACK = ROOT.resolve("tests/conformance");

    static Stream<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(PACK)) {
            return all.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    /** A file of the pack in the bytes in which the crate writes it. */
    static byte[] compact(Path file) throws IOException {
        return Json.write(Json.read(Files.readString(file))).getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void theAnswerHasTheSameBytes(Path folder) throws IOException {
        byte[] request = Files.readAllBytes(folder.resolve("request.json"));
        if (Files.exists(folder.resolve("errors.json"))) {
            RefusedException refused = assertThrows(RefusedException.class, () -> Dabiao.evaluate(request));
            assertArrayEquals(compact(folder.resolve("errors.json")), refused.json().getBytes(StandardCharsets.UTF_8));
            return;
        }
        Path report = folder.resolve("report.json");
        byte[] answer = Dabiao.evaluate(request);
        assertArrayEquals(compact(Files.exists(report) ? report : folder.resolve("answers.json")), answer);
        if (Files.exists(report)) {
            typed(Files.readString(report));
        }
    }

    /** The typed report says what the text says. */
    @SuppressWarnings("unchecked")
    static void typed(String text) {
        Map<String, Object> json = (Map<String, Object>) Json.read(text);
        Report report = Report.read(text);
        List<Map<String, Object>> rows = Json.maps(json, "rows");
        assertEquals(rows.size(), report.verdicts().size());
        for (int place = 0; place < rows.size(); place++) {
            Map<String, Object> assessment = Json.map(rows.get(place), "assessment");
            Verdict verdict = report.verdicts().get(place);
            assertEquals(assessment.get("target"), verdict.target());
            assertEquals(assessment.get("outcome"), verdict.outcome().code());
            assertEquals(rows.get(place).get("standing"), verdict.standing().code());
            assertEquals(assessment.get("margin"), verdict.margin() == null ? null : verdict.margin().toPlainString());
            assertEquals(Json.maps(rows.get(place), "warnings").size(), verdict.warnings().size());
            assertEquals(Json.maps(assessment, "reasons").size(), verdict.reasons().size());
        }
        assertEquals(Json.maps(json, "findings").size(), report.findings().size() + report.audits().size());
        for (Finding finding : report.findings()) {
            assertTrue(!finding.zh().isEmpty() && !finding.en().isEmpty(), finding.kind());
        }
        assertEquals(Json.whole(Json.map(Json.map(json, "rollup"), "total"), "total"), report.counts().values().stream().mapToLong(Long::longValue).sum());
        for (Audit audit : report.audits()) {
            assertTrue(!audit.cells().isEmpty() && audit.zh().startsWith(audit.level().zh()) && !audit.en().isEmpty(), audit.relation());
        }
    }

    @Test
    void thePackIsThere() throws IOException {
        assertTrue(folders().count() >= 16);
    }

    @Test
    void versionsAgree() throws IOException {
        assertTrue(Files.readString(ROOT.resolve("Cargo.toml")).contains("\nversion = \"" + Dabiao.version() + "\"\n"));
        assertEquals(1, Dabiao.schemaVersion());
    }

    /** Every code that the wire has for an enum is a constant, and no constant is without one. */
    @Test
    @SuppressWarnings("unchecked")
    void enumsAreThoseOfTheSchema() throws IOException {
        Map<String, Object> schema = (Map<String, Object>) Json.read(Files.readString(ROOT.resolve("tests/wire/schema/report.json")));
        Map<String, Object> definitions = Json.map(schema, "$defs");
        assertEquals(codes(definitions, "Outcome"), Stream.of(Outcome.values()).map(Outcome::code).sorted().toList());
        assertEquals(codes(definitions, "Standing"), Stream.of(Standing.values()).map(Standing::code).sorted().toList());
        assertEquals(codes(definitions, "Severity"), Stream.of(Severity.values()).map(Severity::code).sorted().toList());
        assertEquals(codes(definitions, "AuditLevel"), Stream.of(AuditLevel.values()).map(AuditLevel::code).sorted().toList());
    }

    private static List<String> codes(Map<String, Object> definitions, String name) {
        Map<String, Object> definition = Json.map(definitions, name);
        Stream<String> alone = Json.maps(definition, "oneOf").stream().map(each -> Json.text(each, "const")).filter(each -> each != null);
        Stream<String> listed = Stream.concat(Stream.of(definition), Json.maps(definition, "oneOf").stream())
                .flatMap(each -> each.get("enum") instanceof List<?> all ? all.stream() : Stream.empty()).map(String::valueOf);
        return Stream.concat(alone, listed).sorted().toList();
    }
}
