package dabiao;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * What was judged.
 *
 * @param area the area; null where none was named
 * @param year the assessed year
 * @param verdicts one for each target
 * @param findings what was odd about rows and cells, and which rows were refused
 * @param audits relations between figures that do not hold (逻辑审核)
 * @param counts how many targets came out how; every outcome is there. Aspirations (争取) are not among them
 * @param json the whole report as the JSON API wrote it
 */
public record Report(String area, int year, List<Verdict> verdicts, List<Finding> findings, List<Audit> audits, Map<Outcome, Long> counts,
        String json) {
    /**
     * The verdict on a target.
     *
     * @param target the target's id
     * @return the verdict
     * @throws NoSuchElementException where the target was not judged
     */
    public Verdict verdict(String target) {
        return verdicts.stream().filter(verdict -> verdict.target().equals(target)).findFirst()
                .orElseThrow(() -> new NoSuchElementException("target `" + target + "` was not judged / 没有评价“" + target + "”"));
    }

    @SuppressWarnings("unchecked")
    static Report read(String json) {
        return of((Map<String, Object>) Json.read(json), json);
    }

    static Report of(Map<String, Object> report, String json) {
        List<Audit> audits = new ArrayList<>();
        List<Finding> findings = findings(Json.maps(report, "findings"), audits);
        Map<String, Object> total = Json.map(Json.map(report, "rollup"), "total");
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, Json.whole(total, outcome.code()));
        }
        Long year = Json.whole(report, "year");
        return new Report(Json.text(report, "area"), Math.toIntExact(year), Json.maps(report, "rows").stream().map(Verdict::of).toList(),
                findings, List.copyOf(audits), Collections.unmodifiableMap(counts), json);
    }

    /** The findings in both languages; relations between figures are put apart. */
    static List<Finding> findings(List<Map<String, Object>> found, List<Audit> audits) {
        List<Finding> findings = new ArrayList<>();
        if (!found.isEmpty()) {
            byte[] told = Native.sentences(Json.write(found).getBytes(StandardCharsets.UTF_8));
            List<?> sentences = (List<?>) Json.read(new String(told, StandardCharsets.UTF_8));
            for (int place = 0; place < found.size(); place++) {
                List<?> said = (List<?>) sentences.get(place);
                Map<String, Object> what = Json.map(found.get(place), "finding");
                if ("relation_broken".equals(what.get("kind"))) {
                    audits.add(Audit.of(what, String.valueOf(said.get(1)), String.valueOf(said.get(2))));
                } else {
                    findings.add(finding(found.get(place), what, said));
                }
            }
        }
        return List.copyOf(findings);
    }

    private static Finding finding(Map<String, Object> finding, Map<String, Object> what, List<?> said) {
        String source = Json.text(finding, "source"), column = Json.text(what, "column");
        Effect effect = Effect.valueOf(String.valueOf(said.get(0)).toUpperCase(java.util.Locale.ROOT));
        Map<String, Object> cell = Json.map(finding, "cell");
        return new Finding(Json.text(what, "kind"), effect, Finding.row(source), column == null ? Finding.column(source) : column,
                Json.text(finding, "area"), Json.text(finding, "indicator"), Json.text(finding, "period"), Json.text(cell, "zh"),
                Json.text(cell, "en"), source, Json.whole(what, "rows"), String.valueOf(said.get(1)), String.valueOf(said.get(2)));
    }
}
