package dabiao;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be judged. Each method gives another request and leaves this one as it is.
 *
 * <pre>{@code
 * Request.of(2024).in("150625").plans("women").observations(rows)
 * }</pre>
 */
public final class Request {
    private final Map<String, Object> fields;

    private Request(Map<String, Object> fields) {
        this.fields = fields;
    }

    /**
     * A request for a year, with sentences in both languages.
     *
     * @param year the year to assess
     * @return the request
     */
    public static Request of(int year) {
        return new Request(Map.of()).with("year", year).languages("zh", "en");
    }

    private Request with(String name, Object value) {
        Map<String, Object> fields = new LinkedHashMap<>(this.fields);
        fields.put(name, value);
        return new Request(fields);
    }

    /**
     * For one area. Where it is not named it is the only one that the rows name.
     *
     * @param area its code or name
     * @return the request
     */
    public Request in(String area) {
        return with("area", area);
    }

    /**
     * Judged by some plans or targets only; by both built-in plans and all own ones where it is left out.
     *
     * @param ids ids of plans ({@code women}, {@code children}, an own plan's) or targets
     * @return the request
     */
    public Request judging(String... ids) {
        return with("judge", List.of(ids));
    }

    /**
     * With an own plan.
     *
     * @param json the plan document as JSON
     * @return the request
     * @throws IllegalArgumentException where the text is no JSON
     */
    public Request plan(String json) {
        Json.read(json);
        List<Object> plans = new ArrayList<>(fields.get("plans") instanceof List<?> given ? given : List.of());
        plans.add(new Json.Raw(json));
        return with("plans", plans);
    }

    /**
     * Without the built-in plans and indicators.
     *
     * @return the request
     */
    public Request withoutBuiltIn() {
        return with("catalogue", "none");
    }

    /**
     * With settings other than the usual ones.
     *
     * @param json what differs, as JSON
     * @return the request
     * @throws IllegalArgumentException where the text is no JSON
     */
    public Request settings(String json) {
        Json.read(json);
        return with("settings", new Json.Raw(json));
    }

    /**
     * With sentences in these languages.
     *
     * @param codes {@code zh}, {@code en}, both or none
     * @return the request
     */
    public Request languages(String... codes) {
        return with("languages", List.of(codes));
    }

    /**
     * With rows.
     *
     * @param rows the rows; a place in this list is the place that findings name
     * @return the request
     */
    public Request observations(List<Observation> rows) {
        return with("observations", rows.stream().map(Observation::cells).toList());
    }

    /**
     * With rows.
     *
     * @param rows the rows
     * @return the request
     */
    public Request observations(Observation... rows) {
        return observations(List.of(rows));
    }

    /**
     * With rosters: who should report.
     *
     * @param rosters the rosters
     * @return the request
     */
    public Request rosters(List<Roster> rosters) {
        return with("rosters", rosters.stream().map(Roster::json).toList());
    }

    /** For the verdicts alone. */
    Request inShort() {
        return with("brief", true);
    }

    /**
     * The request as the JSON API takes it.
     *
     * @return the text
     */
    public String json() {
        return Json.write(fields);
    }
}
