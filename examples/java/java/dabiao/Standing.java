package dabiao;

/** Where a target stands, in the words of published reports. */
public enum Standing {
    /** 达标: met in the due year. */
    ATTAINED("达标"),
    /** 提前达标: met before the due year. */
    MET_EARLY("提前达标"),
    /** 保持达标: met year after year. */
    HOLDING("保持达标"),
    /** 恢复达标: met again. */
    RECOVERED("恢复达标"),
    /** 达标但有回落风险: met, at risk of a relapse. */
    AT_RISK("达标但有回落风险"),
    /** 预期可达标: on the way. */
    EXPECTED("预期可达标"),
    /** 进度放缓: slower than needed of late. */
    SLOWING("进度放缓"),
    /** 进度滞后: behind its path. */
    LAGGING("进度滞后"),
    /** 预计达标困难: not expected to be met. */
    DIFFICULT("预计达标困难"),
    /** 未达标: missed. */
    MISSED("未达标"),
    /** 未到期: not due. */
    PENDING("未到期"),
    /** 无数据: no data. */
    NO_DATA("无数据"),
    /** 无法判断: undetermined. */
    UNDETERMINED("无法判断"),
    /** 不适用: does not apply. */
    NOT_APPLICABLE("不适用"),
    /** 不评价: monitored only. */
    NOT_JUDGED("不评价");

    private final String zh;

    Standing(String zh) {
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
     * @return the code, such as {@code met_early}
     */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
