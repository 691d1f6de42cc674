namespace Afmpeg.Perf.Log;

/// <summary>The lines of a stream that end in a line feed, one at a time; what follows the last one was torn off.</summary>
/// <param name="stream">The stream, at its beginning.</param>
internal sealed class CompleteLines(Stream stream)
{
    private const int FirstSize = 64 << 10;

    // As long as it is now: a device, or a file that another process writes to, may have no end.
    private long left = stream.Length;
    private byte[] buffer = new byte[FirstSize];
    private int start;
    private int end;

    /// <summary>Where the last whole line ended, in bytes.</summary>
    public long Position { get; private set; }

    /// <summary>What follows the last whole line, once all are read.</summary>
    public ReadOnlySpan<byte> Torn => buffer.AsSpan(start..end);

    /// <summary>Reads the next line.</summary>
    /// <param name="line">The line without its line feed, until the next is read.</param>
    /// <returns>False where there is none.</returns>
    public bool TryNext(out ReadOnlySpan<byte> line)
    {
        var searched = 0;
        int length;
        while ((length = buffer.AsSpan((start + searched)..end).IndexOf((byte)'\n')) < 0)
        {
            searched = end - start;
            if (!Fill())
            {
                line = default;
                return false;
            }
        }

        line = buffer.AsSpan(start, searched + length);
        start += line.Length + 1;
        Position += line.Length + 1;
        return true;
    }

    private bool Fill()
    {
        buffer.AsSpan(start..end).CopyTo(buffer);
        (start, end) = (0, end - start);
        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, 2 * buffer.Length);
        }

        var read = stream.Read(buffer.AsSpan(end, (int)Math.Min(buffer.Length - end, left)));
        end += read;
        left -= read;
        return read > 0;
    }
}
