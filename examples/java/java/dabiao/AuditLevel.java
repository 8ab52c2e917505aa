package dabiao;

/** How binding a relation between figures is. */
public enum AuditLevel {
    /** 差错: it holds for every right figure. */
    MUST("差错"),
    /** 核实: it nearly always holds. */
    SHOULD("核实");

    private final String zh;

    AuditLevel(String zh) {
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
     * @return the code, such as {@code must}
     */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
