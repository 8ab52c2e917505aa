import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A host in Java, with JNA; on a 64-bit machine, where size_t is a long.
 *
 * <pre>
 * DABIAO_LIBRARY=target/release/libdabiao_c.so java -cp jna.jar hosts/Host.java request.json
 * </pre>
 *
 * Prints the answer as it is; the exit code is the status. With {@code --columns [rows]} it judges two generated columns:
 * verdicts to standard output, times to standard error. Without the variable the system is asked for {@code dabiao_c}.
 */
public final class Host {
    /**
     * The functions of dabiao.h. Arrays and buffers stand for pointers, for the time of the call: an array is copied there and
     * back, a direct buffer is not.
     */
    public interface Dabiao extends Library {
        String dabiao_version();

        int dabiao_abi_version();

        int dabiao_evaluate(byte[] request, long length, PointerByReference answer, LongByReference answerLength);

        int dabiao_free(Pointer block, long length);

        int dabiao_threshold_new(byte[] request, long length, IntByReference threshold, PointerByReference answer,
                LongByReference answerLength);

        int dabiao_threshold_free(int threshold);

        int dabiao_margin_scale(int threshold, int scale, IntByReference marginScale);

        int dabiao_check_column(int threshold, LongBuffer values, long rows, int scale, ByteBuffer validity,
                long firstBit, ByteBuffer outcomes, LongBuffer margins, PointerByReference answer, LongByReference answerLength);

        int dabiao_check_counts(int threshold, LongBuffer numerators, LongBuffer denominators, long rows,
                ByteBuffer validity, long firstBit, ByteBuffer outcomes, LongBuffer margins, PointerByReference answer,
                LongByReference answerLength);
    }

    static final int ABI_VERSION = 1;
    static final long BYTES = -1;
    static final Dabiao DABIAO = Native.load(found(System.getenv("DABIAO_LIBRARY")), Dabiao.class);

    static String found(String path) {
        return path == null ? "dabiao_c" : Path.of(path).toAbsolutePath().toString();
    }

    /** A status and the answer, taken over. */
    record Answer(int status, byte[] text) {
        static Answer taken(int status, PointerByReference answer, LongByReference length) {
            Pointer block = answer.getValue();
            byte[] text = block == null ? new byte[0] : block.getByteArray(0, Math.toIntExact(length.getValue()));
            DABIAO.dabiao_free(block, length.getValue());
            return new Answer(status, text);
        }

        /** @throws IllegalArgumentException with the reasons, unless it is done */
        Answer done() {
            if (status != 0) {
                throw new IllegalArgumentException("status " + status + ": " + new String(text, StandardCharsets.UTF_8));
            }
            return this;
        }
    }

    static Answer evaluate(byte[] request) {
        var answer = new PointerByReference();
        var length = new LongByReference();
        return Answer.taken(DABIAO.dabiao_evaluate(request, request.length, answer, length), answer, length);
    }

    static ByteBuffer bytes(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }

    static LongBuffer longs(int rows) {
        return bytes(Math.multiplyExact(Long.BYTES, rows)).asLongBuffer();
    }

    static void tell(String what, ByteBuffer outcomes, LongBuffer margins) {
        var counts = new long[4];
        long sum = 0;
        for (int row = 0; row < outcomes.capacity(); row++) {
            counts[outcomes.get(row) + 1]++;
            sum += margins.get(row);
        }
        System.out.printf("%s: %d met, %d not met, %d undetermined, %d not applicable; margins %d%n", what, counts[2],
                counts[1], counts[0], counts[3], sum);
    }

    interface Call {
        int call(PointerByReference answer, LongByReference length);
    }

    static void best(String what, int rows, Call call) {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 7; round++) {
            var answer = new PointerByReference();
            var length = new LongByReference();
            long start = System.nanoTime();
            int status = call.call(answer, length);
            best = Math.min(best, System.nanoTime() - start);
            Answer.taken(status, answer, length).done();
        }
        System.err.printf("Java, %s: %.2f ns a check%n", what, (double) best / rows);
    }

    static void columns(int rows) {
        byte[] request = "{\"year\":2024,\"judge\":[\"women.health.g2.maternal-mortality-ratio\"]}"
                .getBytes(StandardCharsets.UTF_8);
        var handle = new IntByReference();
        var answer = new PointerByReference();
        var length = new LongByReference();
        int status = DABIAO.dabiao_threshold_new(request, request.length, handle, answer, length);
        Answer told = Answer.taken(status, answer, length).done();
        int bound = handle.getValue();
        try {
            System.out.write(told.text(), 0, told.text().length);
            var scale = new IntByReference();
            DABIAO.dabiao_margin_scale(bound, 1, scale);
            System.out.printf("%nmargins have %d digits after the point%n", scale.getValue());
            LongBuffer values = longs(rows), bottoms = longs(rows), margins = longs(rows);
            ByteBuffer validity = bytes(rows), outcomes = bytes(rows);
            for (int row = 0; row < rows; row++) {
                values.put(row, row * 7919L % 400);
                validity.put(row, (byte) (row % 17 != 0 ? 1 : 0));
            }
            best("values", rows, (place, size) -> DABIAO.dabiao_check_column(bound, values, rows, 1, validity, BYTES,
                    outcomes, margins, place, size));
            tell("values", outcomes, margins);
            for (int row = 0; row < rows; row++) {
                values.put(row, row % 5);
                bottoms.put(row, row * 104729L % 30000);
            }
            best("counts", rows, (place, size) -> DABIAO.dabiao_check_counts(bound, values, bottoms, rows, null, 0,
                    outcomes, margins, place, size));
            tell("counts", outcomes, margins);
        } finally {
            DABIAO.dabiao_threshold_free(bound);
        }
    }

    public static void main(String[] arguments) throws IOException {
        if (DABIAO.dabiao_abi_version() != ABI_VERSION || Native.SIZE_T_SIZE != 8) {
            throw new IllegalStateException("dabiao " + DABIAO.dabiao_version() + " has another API version, or a short size_t");
        }
        if (arguments.length == 0) {
            System.err.println("usage: Host request.json | Host --columns [rows]");
            System.exit(64);
        }
        if (arguments[0].equals("--columns")) {
            columns(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000);
            System.out.flush();
            return;
        }
        Answer answer = evaluate(Files.readAllBytes(Path.of(arguments[0])));
        System.out.write(answer.text(), 0, answer.text().length);
        System.out.flush();
        System.exit(answer.status());
    }
}
