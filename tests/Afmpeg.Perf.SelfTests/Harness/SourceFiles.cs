using System.Text.RegularExpressions;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>The repository's C# files.</summary>
public static partial class SourceFiles
{
    public static ImmutableArray<string> All { get; } = [.. Below(Repository.PathOf("src")), .. Below(Repository.PathOf("tests"))];

    /// <summary>The paths of those below a folder; build output is elsewhere, under artifacts/.</summary>
    public static IEnumerable<string> Below(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order();

    /// <summary>A file's path from the repository's root, as messages name it.</summary>
    public static string Name(string file) => Path.GetRelativePath(Repository.Root, file);

    /// <summary>The public types of a source with a file-scoped namespace, without nested ones, and which are records or enums.</summary>
    public static ImmutableArray<(string Name, bool IsData)> PublicTypes(string source) =>
        [.. TopLevelTypes().Matches(source).Select(match => (match.Groups["name"].Value, match.Groups["data"].Success))];

    [GeneratedRegex(
        @"^public (?:(?:static|sealed|abstract|partial|readonly|ref) )*"
        + @"(?:(?<data>record struct|record class|record|enum)|class|struct|interface|delegate \S+) (?<name>\w+)",
        RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex TopLevelTypes();
}
