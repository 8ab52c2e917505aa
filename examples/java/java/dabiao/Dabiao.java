package dabiao;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The calls. All may be made from many threads at once. */
public final class Dabiao {
    private Dabiao() {
    }

    /**
     * Judges a request.
     *
     * @param request what is to be judged
     * @return the report
     * @throws RefusedException where the request cannot be used
     */
    public static Report judge(Request request) {
        return Report.read(new String(evaluate(request.json().getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
    }

    /**
     * Judges a batch, such as one request for each area. One that cannot be used does not stop the others.
     *
     * @param requests what is to be judged, at most 5,000
     * @return an answer for each, in order
     */
    public static List<Answer> judge(List<Request> requests) {
        return batch(requests).stream().map(answer -> {
            Map<String, Object> report = Json.map(answer, "report");
            return report.isEmpty() ? new Answer(null, Problem.all(Json.maps(answer, "errors")))
                    : new Answer(Report.of(report, Json.write(report)), List.of());
        }).toList();
    }

    /**
     * Judges a request in short: the same verdicts without what they rest on, for a fraction of the time.
     *
     * @param request what is to be judged
     * @return the verdicts
     * @throws RefusedException where the request cannot be used
     */
    @SuppressWarnings("unchecked")
    public static BriefReport brief(Request request) {
        byte[] answer = evaluate(request.inShort().json().getBytes(StandardCharsets.UTF_8));
        return BriefReport.of((Map<String, Object>) Json.read(new String(answer, StandardCharsets.UTF_8)));
    }

    /**
     * Judges a batch in short. One request that cannot be used does not stop the others.
     *
     * @param requests what is to be judged, at most 5,000
     * @return an answer for each, in order
     */
    public static List<BriefAnswer> brief(List<Request> requests) {
        return batch(requests.stream().map(Request::inShort).toList()).stream().map(answer -> {
            Map<String, Object> report = Json.map(answer, "brief");
            return report.isEmpty() ? new BriefAnswer(null, Problem.all(Json.maps(answer, "errors")))
                    : new BriefAnswer(BriefReport.of(report), List.of());
        }).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> batch(List<Request> requests) {
        String batch = requests.stream().map(Request::json).collect(Collectors.joining(",", "[", "]"));
        String answers = new String(evaluate(batch.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        return (List<Map<String, Object>>) Json.read(answers);
    }

    /**
     * The JSON API as it is.
     *
     * @param request a request, or an array of requests, in UTF-8
     * @return the report, or an array of answers, in UTF-8
     * @throws RefusedException where the request cannot be used
     */
    public static byte[] evaluate(byte[] request) {
        byte[] answer = Native.evaluate(request.clone());
        byte[] text = Arrays.copyOf(answer, answer.length - 1);
        if (answer[text.length] != 0) {
            throw refused(new String(text, StandardCharsets.UTF_8));
        }
        return text;
    }

    @SuppressWarnings("unchecked")
    private static RefusedException refused(String json) {
        return new RefusedException(Problem.all(Json.maps((Map<String, Object>) Json.read(json), "errors")), json);
    }

    /**
     * What names have in common if they are one: two areas with one key are one area.
     *
     * @param name a name as it is written
     * @return its key
     */
    public static String key(String name) {
        return new String(Native.key(name.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    /**
     * The version of the crate.
     *
     * @return such as {@code 0.1.0}
     */
    public static String version() {
        return versions()[0];
    }

    /**
     * The version of the form of requests and reports.
     *
     * @return such as 1
     */
    public static int schemaVersion() {
        return Integer.parseInt(versions()[1]);
    }

    private static String[] versions() {
        return new String(Native.version(), StandardCharsets.UTF_8).split(" ");
    }
}
