using System.Collections.Immutable;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Toolchains;

/// <summary>The NuGet packages that a program carries, by the list that the build puts beside it, with the licences that their nuspecs name.</summary>
public static class NuGetPackages
{
    /// <summary>Reads the packages of a program.</summary>
    /// <param name="dependencies">Its PROGRAM.deps.json.</param>
    /// <param name="cache">NuGet's folder of packages; need not be there.</param>
    /// <returns>The packages by name; where a licence is not known its place says why.</returns>
    /// <exception cref="PerfException">The list is not there or cannot be read.</exception>
    public static ImmutableArray<Part> Of(string dependencies, string cache)
    {
        try
        {
            using var list = JsonDocument.Parse(File.ReadAllText(dependencies));
            return
            [
                .. list.RootElement.GetProperty("libraries").EnumerateObject()
                    .Where(library => library.Value.GetProperty("type").GetString() == "package")
                    .Select(library => library.Name.Split('/'))
                    .Select(name => new Part("package", name[0], name[^1], Licence(cache, name[0], name[^1])))
                    .OrderBy(part => part.Name, StringComparer.OrdinalIgnoreCase),
            ];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new PerfException(ExitStatus.Missing, "The list of the program's packages cannot be read")
            {
                Where = dependencies,
                Observed = fault.Message,
                Remedy = "build or install the command again",
            };
        }
    }

    private static string Licence(string cache, string name, string version)
    {
        var id = name.ToLowerInvariant();
        var file = Path.Combine(cache, id, version.ToLowerInvariant(), $"{id}.nuspec");
        try
        {
            // The namespace differs from one version of the format to the next.
            var metadata = XDocument.Load(file).Elements().Elements().Single(element => element.Name.LocalName == "metadata");
            XElement? Find(string element) => metadata.Elements().FirstOrDefault(candidate => candidate.Name.LocalName == element);
            return Find("license") is { } licence
                ? licence.Attribute("type")?.Value == "file" ? $"in its file {licence.Value}" : licence.Value
                : Find("licenseUrl") is { } address ? $"at {address.Value}" : "unknown: its nuspec names none";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "unknown: its nuspec is not in the NuGet cache";
        }
        catch (Exception fault) when (fault is XmlException or InvalidOperationException)
        {
            return "unknown: its nuspec cannot be read";
        }
    }
}
