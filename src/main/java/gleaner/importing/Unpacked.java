package gleaner.importing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/// What comes out of packed bytes, stopped with a [Damage] where it is more than is believed.
final class Unpacked extends FilterInputStream {

    private final long most;
    private final int ratio;
    private final long freely;
    private final LongSupplier packed;
    private long count;

    /// @param most that may come out
    /// @param packed how many bytes went in until now, or will in all
    Unpacked(InputStream in, long most, Limits limits, LongSupplier packed) {
        super(in);
        this.most = most;
        this.ratio = limits.ratio();
        this.freely = limits.freely();
        this.packed = packed;
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        var b = super.read();
        add(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        var n = super.read(buffer, from, length);
        add(Math.max(0, n));
        return n;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void add(int n) throws Damage {
        count += n;
        if (count > most) {
            throw new Damage(
                    "The file unpacks to more than %s bytes; the rest is left out."
                            .formatted(Texts.number(most)));
        }
        if (count > freely && count / ratio > packed.getAsLong()) {
            throw new Damage(
                    "The file unpacks to more than %d times its size, as a bomb does; the rest is left out."
                            .formatted(ratio));
        }
    }
}
