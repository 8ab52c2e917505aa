package dabiao;

/** How severe a warning is. */
public enum Severity {
    /** 提示: worth knowing. */
    NOTICE("提示"),
    /** 关注: to be watched. */
    WATCH("关注"),
    /** 警告: to be acted on. */
    WARNING("警告"),
    /** 严重: overdue. */
    CRITICAL("严重");

    private final String zh;

    Severity(String zh) {
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
     * @return the code, such as {@code watch}
     */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
