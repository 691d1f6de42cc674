#if !VERIFY_XUNIT
using System.Runtime.CompilerServices;
using System.Text;
using Xunit.Sdk;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>
/// Takes the place of Verify.Xunit where that does not restore (VerifyProbe.targets). It is as strict as Verify 31.12.5: the same call,
/// files, comparison, scrubbing (<see cref="VerifiedPaths"/>) and message.
/// </summary>
public static class Verifier
{
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>Holds a text against its snapshot, Class.Method.verified.txt.</summary>
    public static async Task Verify(string target, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "")
    {
        var folder = Path.GetDirectoryName(sourceFile)!;
        var stem = $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}";
        var (verifiedName, receivedName) = ($"{stem}.verified.txt", $"{stem}.received.txt");
        var (verified, received) = (Path.Combine(folder, verifiedName), Path.Combine(folder, receivedName));
        File.Delete(received);

        var text = target.TrimStart(ByteOrderMark);
        var actual = WithLineFeeds(VerifiedPaths.Scrub(text.Length == 0 ? "emptyString" : text));
        var expected = new FileInfo(verified) is { Exists: true, Length: > 0 } ? WithLineFeeds(await File.ReadAllTextAsync(verified))
            : null;
        if (expected is [.., '\n'] && expected.Length - 1 == actual.Length)
        {
            expected = expected[..^1];
        }

        if (actual == expected)
        {
            return;
        }

        await File.WriteAllTextAsync(received, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var kind = expected is null ? "New" : "NotEqual";
        var content = expected is null ? $"Received: {receivedName}\n{actual}\n"
            : $"Received: {receivedName}\n{actual}\nVerified: {verifiedName}\n{expected}\n";
        throw new XunitException(
            $"Directory: {folder}\n{kind}:\n  - Received: {receivedName}\n    Verified: {verifiedName}\n\n"
            + $"FileContent:\n\n{kind}:\n\n{content}\n");
    }

    private static string WithLineFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
#endif
