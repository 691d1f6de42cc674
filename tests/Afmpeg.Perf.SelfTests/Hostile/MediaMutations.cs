using System.Buffers.Binary;

namespace Afmpeg.Perf.SelfTests.Hostile;

/// <summary>Seeded damage to media: flipped bits, cuts, wrong lengths, and small files that claim to be huge.</summary>
public static class MediaMutations
{
    public static readonly string[] Kinds = ["flipped", "cut", "lying lengths", "claims 16384 x 16384", "claims a day"];

    // Of four bytes a pixel that is 1 GiB, which a decoder that believes the header asks for.
    private const int Huge = 16384;
    private static readonly byte[] MatroskaDuration = [0x44, 0x89, 0x88];

    // A PNG whose header says 16384 x 16384, with 64 bytes of pixels.
    private static readonly byte[] HugePng = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAQAAAAEAACAYAAACpyBCEAAAADElEQVR42mNgoAwAAABAAAGJya9DAAAAAElFTkSuQmCC");

    /// <summary>A damaged copy of a Matroska clip or a JPEG: the kind of damage, the ending of the file's name, and the file.</summary>
    public static (string Kind, string Ending, byte[] Bytes) Of(byte[] clip, byte[] still, int seed)
    {
        var random = new Random(seed);
        var kind = Kinds[seed % Kinds.Length];
        var isStill = random.Next(3) == 0;
        var (ending, source) = isStill ? ("jpg", still) : ("mkv", clip);
        return kind switch
        {
            "flipped" => (kind, ending, Flipped(source, random)),
            "cut" => (kind, ending, source[..random.Next(1, source.Length)]),
            "lying lengths" => (kind, ending, Lying(source, random)),
            "claims a day" => (kind, "mkv", ForADay(clip)),
            _ => isStill ? (kind, "jpg", ClaimingJpeg(still)) : (kind, "png", HugePng),
        };
    }

    private static byte[] Flipped(byte[] source, Random random)
    {
        var mutant = source.ToArray();
        for (var left = random.Next(1, 64); left > 0; left--)
        {
            // Half of them in the head, where the structure is.
            mutant[random.Next(random.Next(2) == 0 ? Math.Min(2048, mutant.Length) : mutant.Length)] ^= (byte)(1 << random.Next(8));
        }

        return mutant;
    }

    private static byte[] Lying(byte[] source, Random random)
    {
        var mutant = source.ToArray();
        for (var left = random.Next(1, 8); left > 0; left--)
        {
            var at = random.Next(Math.Min(4096, mutant.Length - 8));
            BinaryPrimitives.WriteUInt32BigEndian(mutant.AsSpan(at), random.Next(2) == 0 ? 0x7FFFFFFFu : 0x10FFFFFFu);
        }

        return mutant;
    }

    // The duration in the segment's head, in milliseconds: the frames stay as few as they are.
    private static byte[] ForADay(byte[] clip)
    {
        var mutant = clip.ToArray();
        var at = mutant.AsSpan().IndexOf(MatroskaDuration);
        if (at >= 0)
        {
            BinaryPrimitives.WriteDoubleBigEndian(mutant.AsSpan(at + MatroskaDuration.Length), 24 * 3600 * 1000.0);
        }

        return mutant;
    }

    // The frame header (FFC0 or FFC2) has height and width after its length and precision.
    private static byte[] ClaimingJpeg(byte[] still)
    {
        var mutant = still.ToArray();
        for (var at = 0; at + 9 < mutant.Length; at++)
        {
            if (mutant[at] == 0xFF && mutant[at + 1] is 0xC0 or 0xC2)
            {
                BinaryPrimitives.WriteUInt16BigEndian(mutant.AsSpan(at + 5), Huge);
                BinaryPrimitives.WriteUInt16BigEndian(mutant.AsSpan(at + 7), Huge);
                break;
            }
        }

        return mutant;
    }
}
