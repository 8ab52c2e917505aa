package dabiao;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * What was judged, in short: the verdicts of the report without what they rest on. Relations between figures are not looked at.
 *
 * @param area the area; null where none was named
 * @param year the assessed year
 * @param verdicts one for each target
 * @param findings what was odd about rows and cells, and which rows were refused
 */
public record BriefReport(String area, int year, List<BriefVerdict> verdicts, List<Finding> findings) {
    private static final List<String> COLUMNS =
            List.of("targets", "outcomes", "standings", "values", "bounds", "margins", "signals", "severities");

    /**
     * The verdict on a target.
     *
     * @param target the target's id
     * @return the verdict
     * @throws NoSuchElementException where the target was not judged
     */
    public BriefVerdict verdict(String target) {
        return verdicts.stream().filter(verdict -> verdict.target().equals(target)).findFirst()
                .orElseThrow(() -> new NoSuchElementException("target `" + target + "` was not judged / 没有评价“" + target + "”"));
    }

    static BriefReport of(Map<String, Object> report) {
        List<BriefVerdict> verdicts = new ArrayList<>();
        for (int place = 0; place < ((List<?>) report.get("targets")).size(); place++) {
            Map<String, Object> row = new HashMap<>();
            for (String column : COLUMNS) {
                row.put(column, ((List<?>) report.get(column)).get(place));
            }
            verdicts.add(new BriefVerdict(Json.text(row, "targets"), Json.constant(Outcome.class, row, "outcomes"),
                    Json.constant(Standing.class, row, "standings"), Json.decimal(row, "values"), Json.decimal(row, "bounds"),
                    Json.decimal(row, "margins"), Json.text(row, "signals"), Json.constant(Severity.class, row, "severities")));
        }
        List<Finding> findings = Report.findings(Json.maps(report, "findings"), new ArrayList<>());
        return new BriefReport(Json.text(report, "area"), Math.toIntExact(Json.whole(report, "year")), List.copyOf(verdicts), findings);
    }
}
