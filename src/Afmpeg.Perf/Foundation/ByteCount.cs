namespace Afmpeg.Perf.Foundation;

/// <summary>A number of bytes, 0 or more.</summary>
public readonly record struct ByteCount(long Bytes)
{
    /// <summary>Bytes from the kernel's unit for resident sets, 1024 bytes.</summary>
    public static ByteCount FromKibibytes(long kibibytes) => new(kibibytes * 1024);

    /// <summary>With a binary unit: "512 B", "14.2 KiB", "118 MiB".</summary>
    public override string ToString() => Bytes switch
    {
        < 1024 => $"{Bytes} B",
        < 1024 * 1024 => $"{Bytes / 1024.0:0.#} KiB",
        _ => $"{Bytes / (1024.0 * 1024):0.#} MiB",
    };
}
