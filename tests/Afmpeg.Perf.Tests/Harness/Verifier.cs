#if !VERIFY_XUNIT
using System.Runtime.CompilerServices;
using System.Text;
using Xunit.Sdk;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>
/// What takes the place of Verify.Xunit where it does not restore (VerifyProbe.targets): the same call, the same file names beside the
/// test's source, and a failure that tells how to accept.
/// </summary>
public static class Verifier
{
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>Holds a text against its snapshot, Class.Method.verified.txt.</summary>
    /// <param name="target">The text.</param>
    /// <param name="sourceFile">The test's source, named after its class.</param>
    /// <param name="method">The test's method.</param>
    /// <returns>The comparison.</returns>
    public static async Task Verify(string target, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(sourceFile)!, $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}");
        var (verified, received) = ($"{stem}.verified.txt", $"{stem}.received.txt");
        var actual = Normalize(target);
        var expected = File.Exists(verified) ? Normalize(await File.ReadAllTextAsync(verified)) : null;
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }

        await File.WriteAllTextAsync(received, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        throw new XunitException(
            $"""
            {(expected is null ? "New" : "NotEqual")}: the snapshot {Path.GetFileName(verified)} {(expected is null ? "is not there yet" : "differs")}.
            Accept with:  mv '{received}' '{verified}'

            {(expected is null ? Added(actual) : Difference(expected, actual))}
            """);
    }

    // Verify writes a byte order mark and line feeds; an editor may have added a last line feed.
    private static string Normalize(string text)
    {
        var lines = text.TrimStart(ByteOrderMark).ReplaceLineEndings("\n");
        return lines.EndsWith('\n') ? lines[..^1] : lines;
    }

    private static string Added(string text) => string.Join('\n', text.Split('\n').Select(line => $"+ {line}"));

    // Enough to see what changed: equal lines at both ends are left out, so that an added line shows as one line.
    private static string Difference(string expected, string actual)
    {
        var (before, after) = (expected.Split('\n'), actual.Split('\n'));
        var shorter = Math.Min(before.Length, after.Length);
        var head = Enumerable.Range(0, shorter).TakeWhile(line => before[line] == after[line]).Count();
        var tail = Enumerable.Range(1, shorter - head).TakeWhile(line => before[^line] == after[^line]).Count();
        return string.Join(
            '\n',
            [$"from line {head + 1}", .. before[head..^tail].Select(line => $"- {line}"), .. after[head..^tail].Select(line => $"+ {line}")]);
    }
}
#endif
