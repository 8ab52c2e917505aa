package dabiao;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
 * @param json the whole report as the JSON API wrote it
 */
public record Report(String area, int year, List<Verdict> verdicts, List<Finding> findings, List<Finding> audits, String json) {
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

    /**
     * How many targets came out how.
     *
     * @return the counts; every outcome is there
     */
    public Map<Outcome, Long> counts() {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, verdicts.stream().filter(verdict -> verdict.outcome() == outcome).count());
        }
        return counts;
    }

    @SuppressWarnings("unchecked")
    static Report read(String json) {
        return of((Map<String, Object>) Json.read(json), json);
    }

    static Report of(Map<String, Object> report, String json) {
        List<Map<String, Object>> found = Json.maps(report, "findings");
        List<Finding> findings = new ArrayList<>(), audits = new ArrayList<>();
        if (!found.isEmpty()) {
            byte[] said = Native.sentences(Json.write(found).getBytes(StandardCharsets.UTF_8));
            List<?> sentences = (List<?>) Json.read(new String(said, StandardCharsets.UTF_8));
            for (int place = 0; place < found.size(); place++) {
                Finding finding = finding(found.get(place), (List<?>) sentences.get(place));
                (finding.ofAudit() ? audits : findings).add(finding);
            }
        }
        Long year = Json.whole(report, "year");
        return new Report(Json.text(report, "area"), Math.toIntExact(year), Json.maps(report, "rows").stream().map(Verdict::of).toList(),
                List.copyOf(findings), List.copyOf(audits), json);
    }

    private static Finding finding(Map<String, Object> finding, List<?> said) {
        Map<String, Object> what = Json.map(finding, "finding");
        List<Map<String, Object>> cells = Json.maps(what, "cells");
        Map<String, Object> about = cells.isEmpty() ? finding : cells.get(0);
        String source = Json.text(about, "source"), column = Json.text(what, "column");
        Effect effect = Effect.valueOf(String.valueOf(said.get(0)).toUpperCase(java.util.Locale.ROOT));
        Map<String, Object> cell = Json.map(finding, "cell");
        return new Finding(Json.text(what, "kind"), effect, Finding.row(source), column == null ? Finding.column(source) : column,
                Json.text(finding, "area"), Json.text(about, "indicator"), Json.text(about, "period"), Json.text(cell, "zh"),
                Json.text(cell, "en"), source, String.valueOf(said.get(1)), String.valueOf(said.get(2)));
    }
}
