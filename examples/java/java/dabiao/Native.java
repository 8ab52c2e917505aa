package dabiao;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** The native part: bytes in, bytes out. It travels in the jar, and is written to a temporary file once in each process. */
final class Native {
    static {
        load();
    }

    private Native() {
    }

    /** A report, or what is wrong with the request; the last byte is 0 for a report. */
    static native byte[] evaluate(byte[] request);

    /** {@code [[effect, zh, en], …]} for a list of findings. */
    static native byte[] sentences(byte[] findings);

    /** What names have in common if they are one. */
    static native byte[] key(byte[] name);

    /** The version of the crate, and of the form of requests and reports. */
    static native byte[] version();

    private static void load() {
        String own = System.getProperty("dabiao.native");
        if (own != null) {
            System.load(Path.of(own).toAbsolutePath().toString());
            return;
        }
        String resource = "native/" + platform() + "/" + System.mapLibraryName("dabiao_java");
        try (InputStream library = Native.class.getResourceAsStream(resource)) {
            if (library == null) {
                throw new UnsatisfiedLinkError("this jar has no dabiao/" + resource
                        + "; build one as the README says, or name the library with -Ddabiao.native=FILE");
            }
            Path folder = Files.createTempDirectory("dabiao");
            Path file = folder.resolve(System.mapLibraryName("dabiao_java"));
            try {
                Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
                System.load(file.toString());
            } finally {
                // What is loaded stays loaded on systems that let its file be deleted; elsewhere it goes with the process.
                file.toFile().deleteOnExit();
                folder.toFile().deleteOnExit();
            }
        } catch (IOException error) {
            throw new ExceptionInInitializerError(error);
        }
    }

    /** Such as {@code linux-x86_64}. */
    static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String name = system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "macos" : "linux";
        String machine = System.getProperty("os.arch");
        return name + "-" + switch (machine) {
            case "amd64", "x86_64" -> "x86_64";
            case "arm64", "aarch64" -> "aarch64";
            default -> machine;
        };
    }
}
