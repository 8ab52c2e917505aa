import dabiao.Dabiao;
import dabiao.Observation;
import dabiao.Request;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** What things take by the clock and of the processor: a verdict, a report, and areas in one batch. {@code java -cp dabiao.jar Times.java PACK [AREAS]} */
final class Times {
    static void best(String what, int runs, Runnable work) {
        long best = Long.MAX_VALUE;
        long worked = Long.MAX_VALUE;
        var processor = java.lang.management.ManagementFactory.getThreadMXBean();
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime(), before = processor.getCurrentThreadCpuTime();
            work.run();
            worked = Math.min(worked, processor.getCurrentThreadCpuTime() - before);
            best = Math.min(best, System.nanoTime() - start);
        }
        System.out.printf("%-55s %10.1f ms %10.1f ms%n", what, best / 1e6, worked / 1e6);
    }

    public static void main(String[] arguments) throws java.io.IOException {
        byte[] national = Files.readAllBytes(Path.of(arguments[0], "national-2024", "request.json"));
        String text = new String(national, StandardCharsets.UTF_8).strip();
        int areas = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
        var one = Request.of(2024).judging("women.health.g2.maternal-mortality-ratio")
                .observations(Observation.of("孕产妇死亡率", 2024).counts(1, 823));
        best("one verdict", 200, () -> Dabiao.judge(one));
        best("a report of all targets, JSON in and out", 20, () -> Dabiao.evaluate(national));
        var requests = IntStream.range(0, areas).mapToObj(area -> one.in("县" + area)
                .observations(Observation.of("孕产妇死亡率", 2024).in("县" + area).counts(area % 2, 823))).toList();
        best(areas + " areas, one target, typed", 3, () -> Dabiao.judge(requests));
        byte[] batch = IntStream.range(0, areas).mapToObj(area -> text).collect(java.util.stream.Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.UTF_8);
        best(areas + " areas, all targets, JSON in and out", 1, () -> Dabiao.evaluate(batch));
    }
}
