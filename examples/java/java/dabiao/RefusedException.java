package dabiao;

import java.util.List;
import java.util.stream.Collectors;

/** A request that cannot be used: everything that is wrong with it, each with its path and in both languages. */
public final class RefusedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** What is wrong. */
    private final transient List<Problem> problems;
    /** The refusal as the JSON API wrote it. */
    private final String json;

    RefusedException(List<Problem> problems, String json) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
        this.json = json;
    }

    /**
     * What is wrong; never empty.
     *
     * @return the problems
     */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * The refusal as the JSON API wrote it.
     *
     * @return the text
     */
    public String json() {
        return json;
    }
}
