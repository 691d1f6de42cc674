using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>The repository's C# files.</summary>
public static partial class SourceFiles
{
    /// <summary>All of them, tests included.</summary>
    public static ImmutableArray<string> All { get; } = [.. Below(Repository.PathOf("src")), .. Below(Repository.PathOf("tests"))];

    /// <summary>Those below a folder; build output is elsewhere, under artifacts/.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>Their paths.</returns>
    public static IEnumerable<string> Below(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order();

    /// <summary>How messages name a file.</summary>
    /// <param name="file">Its path.</param>
    /// <returns>Its path from the repository's root.</returns>
    public static string Name(string file) => Path.GetRelativePath(Repository.Root, file);

    /// <summary>The public types of a source that are in no other type.</summary>
    /// <param name="source">The source, with a file-scoped namespace.</param>
    /// <returns>Their names, and which are records or enums.</returns>
    public static ImmutableArray<(string Name, bool IsData)> PublicTypes(string source) =>
        [.. TopLevelTypes().Matches(source).Select(match => (match.Groups["name"].Value, match.Groups["kind"].Value is "record struct" or "record class" or "record" or "enum"))];

    [GeneratedRegex(
        @"^public (?:(?:static|sealed|abstract|partial|readonly|ref) )*(?<kind>record struct|record class|class|record|struct|interface|enum|delegate \S+) (?<name>\w+)",
        RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex TopLevelTypes();
}
