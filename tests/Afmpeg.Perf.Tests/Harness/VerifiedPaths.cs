#if !VERIFY_XUNIT
using System.Text.RegularExpressions;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>The machine's folders, which Verify replaces by names before it compares: a snapshot is the same on every machine.</summary>
public static class VerifiedPaths
{
    // As in Verify, the longest first.
    private static readonly (string Folder, string Name)[] Folders =
    [
        .. new (string Folder, string Name)[]
        {
            (AppContext.BaseDirectory, "{CurrentDirectory}"),
            (Environment.CurrentDirectory, "{CurrentDirectory}"),
            (Path.GetTempPath(), "{TempPath}"),
            (Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "{UserProfile}"),
            (Repository.PathOf("tests", "Afmpeg.Perf.Tests"), "{ProjectDirectory}"),
            (Repository.Root, "{SolutionDirectory}"),
        }
        .Select(pair => (Folder: pair.Folder.Replace('\\', '/').TrimEnd('/'), pair.Name))
        .Where(pair => pair.Folder.Length > 0).DistinctBy(pair => pair.Folder).OrderByDescending(pair => pair.Folder.Length),
    ];

    private static readonly string Alternatives =
        string.Join('|', Folders.Select(pair => Regex.Escape(pair.Folder).Replace("/", @"[/\\]", StringComparison.Ordinal)));

    // No letter or digit before or after; a separator behind belongs to the folder.
    private static readonly Regex Anywhere = new(
        $@"(?<![\p{{L}}\p{{Nd}}])(?:{Alternatives})(?![\p{{L}}\p{{Nd}}])[/\\]?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Compiled);

    public static string Scrub(string text) => Anywhere.Replace(text, match => Name(match.Value.Replace('\\', '/').TrimEnd('/')));

    private static string Name(string folder) => Folders.First(pair => pair.Folder == folder).Name;
}
#endif
