package dabiao;

/** What became of the row or cell of a finding. */
public enum Effect {
    /** 拒收: the row was not taken in. */
    REFUSED("拒收"),
    /** 不可用: what rests on the cell is undetermined. */
    UNUSABLE("不可用"),
    /** 照常评价: judged as it stands. */
    JUDGED("照常评价"),
    /** 未采用: nothing is wrong with it, and nothing reads it. */
    UNUSED("未采用");

    private final String zh;

    Effect(String zh) {
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
     * @return the code, such as {@code unusable}
     */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
