package dabiao;

/** The verdict on one target. */
public enum Outcome {
    /** 达标: the target is met. */
    MET("达标"),
    /** 未达标: it is not met. */
    NOT_MET("未达标"),
    /** 无法判断: what is known does not decide it. */
    UNDETERMINED("无法判断"),
    /** 不适用: it does not apply. */
    NOT_APPLICABLE("不适用"),
    /** 未到期: it is not due. */
    NOT_DUE("未到期"),
    /** 不评价: it is monitored only. */
    NOT_JUDGED("不评价");

    private final String zh;

    Outcome(String zh) {
        this.zh = zh;
    }

    /**
     * The word in Chinese.
     *
     * @return the word
     */
    public String zh() {
        return zh;
    }

    /**
     * The code on the wire.
     *
     * @return the code, such as {@code not_met}
     */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
