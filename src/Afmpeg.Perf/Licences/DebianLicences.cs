namespace Afmpeg.Perf.Licences;

/// <summary>The licences of installed Debian packages, by the copyright file that each carries.</summary>
public static class DebianLicences
{
    private const string Documents = "/usr/share/doc";
    private const string Field = "License:";

    private const string OfGcc = "GPL-3.0-or-later WITH GCC-exception-3.1";

    // Their copyright files are prose. Read in Debian 12.
    private static readonly ImmutableSortedDictionary<string, string> Read = ImmutableSortedDictionary<string, string>.Empty
        .Add("libc6-dev", "LGPL-2.1-or-later")
        .Add("nasm", "BSD-2-Clause")
        .Add("patch", "GPL-3.0-or-later");

    /// <summary>Where a package has its licences.</summary>
    public static string FileOf(string package, string documents = Documents) => Path.Combine(documents, package, "copyright");

    /// <summary>The licences of a package.</summary>
    public static string Of(string package, string documents = Documents)
    {
        var file = FileOf(package, documents);
        var named = Read.GetValueOrDefault(package) ?? (IsOfGcc(package) ? OfGcc : string.Join(", ", Named(file)));
        return named.Length > 0 ? $"{named} ({file})" : $"in {file}";
    }

    // Of whatever version of GCC.
    private static bool IsOfGcc(string package) =>
        package.StartsWith("libgcc-", StringComparison.Ordinal) || package.StartsWith("libstdc++-", StringComparison.Ordinal);

    // https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
    private static IEnumerable<string> Named(string file)
    {
        var lines = File.Exists(file) ? File.ReadAllLines(file) : [];
        return lines is not [var first, ..] || !first.StartsWith("Format:", StringComparison.Ordinal)
            ? []
            : lines.Where(line => line.StartsWith(Field, StringComparison.Ordinal))
                .Select(line => line[Field.Length..].Trim())
                .Where(name => name.Length > 0)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.OrdinalIgnoreCase);
    }
}
