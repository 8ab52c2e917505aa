package dabiao;

import java.util.List;

/**
 * The answer in short to one request of a batch: verdicts, or what is wrong with the request.
 *
 * @param report the verdicts, or null
 * @param problems what is wrong; empty where there are verdicts
 */
public record BriefAnswer(BriefReport report, List<Problem> problems) {
    /**
     * Whether there are verdicts.
     *
     * @return true where the request was answered
     */
    public boolean answered() {
        return report != null;
    }
}
