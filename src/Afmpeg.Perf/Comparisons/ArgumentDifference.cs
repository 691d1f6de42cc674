using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf.Comparisons;

/// <summary>Names what differs of a job's ffmpeg arguments, so that nobody has to look for it behind two digests.</summary>
internal static class ArgumentDifference
{
    /// <summary>The difference in words.</summary>
    /// <param name="before">The job in A.</param>
    /// <param name="after">The job in B.</param>
    /// <returns>Such as "-preset veryfast in A, -preset medium in B"; the digests where a run kept no more.</returns>
    public static string Of(InputDigest before, InputDigest after)
    {
        if (before.Arguments is not { } old || after.Arguments is not { } now)
        {
            return $"the digest of its ffmpeg arguments is {before.Short} in A, {after.Short} in B";
        }

        var shorter = Math.Min(old.Length, now.Length);
        var begin = Enumerable.Range(0, shorter).TakeWhile(index => old[index] == now[index]).Count();
        var end = Enumerable.Range(1, shorter - begin).TakeWhile(index => old[^index] == now[^index]).Count();
        // A value alone says nothing: the option before it is named with it.
        var from = begin > 0 && old[begin - 1].StartsWith('-') ? begin - 1 : begin;
        return $"{Shown(old.AsSpan()[from..^end])} in A, {Shown(now.AsSpan()[from..^end])} in B";
    }

    private static string Shown(ReadOnlySpan<string> arguments) => arguments.IsEmpty ? "nothing" : string.Join(' ', arguments);
}
