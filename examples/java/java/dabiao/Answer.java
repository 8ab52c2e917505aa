package dabiao;

import java.util.List;

/**
 * The answer to one request of a batch: a report, or what is wrong with the request.
 *
 * @param report the report, or null
 * @param problems what is wrong; empty where there is a report
 */
public record Answer(Report report, List<Problem> problems) {
    /**
     * Whether there is a report.
     *
     * @return true where the request was answered
     */
    public boolean answered() {
        return report != null;
    }
}
