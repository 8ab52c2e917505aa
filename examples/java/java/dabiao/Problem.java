package dabiao;

import java.util.List;
import java.util.Map;

/**
 * One thing that is wrong with a request.
 *
 * @param path where: {@code plans[0].targets[3].rule.value}; empty for the request as a whole
 * @param message what is wrong and what would be right, in English
 * @param messageZh the same in Chinese; null where it is not known in Chinese
 * @param line the line of a text that cannot be read, or null
 * @param column the column in that line, or null
 */
public record Problem(String path, String message, String messageZh, Long line, Long column) {
    static List<Problem> all(List<Map<String, Object>> errors) {
        return errors.stream()
                .map(error -> new Problem(Json.text(error, "path"), Json.text(error, "message"), Json.text(error, "message_zh"),
                        Json.whole(error, "line"), Json.whole(error, "column")))
                .toList();
    }

    @Override
    public String toString() {
        String place = !path.isEmpty() ? path + ": " : line != null ? "line " + line + ", column " + column + ": " : "";
        return place + message + (messageZh == null ? "" : " / " + messageZh);
    }
}
