using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>The repository's C# files.</summary>
public static partial class SourceFiles
{
    /// <summary>All of them, tests included.</summary>
    public static ImmutableArray<string> All { get; } = [.. Below(Repository.PathOf("src")), .. Below(Repository.PathOf("tests"))];

    /// <summary>Those below a folder; build output is elsewhere, under artifacts/.</summary>
    public static IEnumerable<string> Below(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order();

    /// <summary>How messages name a file.</summary>
    public static string Name(string file) => Path.GetRelativePath(Repository.Root, file);

    /// <summary>The public types of a source that are in no other type.</summary>
    public static ImmutableArray<string> PublicTypes(string source) =>
        [.. TopLevelTypes().Matches(source).Select(match => match.Groups["name"].Value)];

    [GeneratedRegex(
        @"^public (?:(?:static|sealed|abstract|partial|readonly|ref) )*(?:record struct|record class|class|record|struct|interface|enum|delegate \S+) (?<name>\w+)",
        RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex TopLevelTypes();
}
