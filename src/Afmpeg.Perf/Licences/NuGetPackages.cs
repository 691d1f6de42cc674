using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Licences;

/// <summary>
/// NuGet packages, by the list that a build puts beside a program or by a lock file, with the licences that their nuspecs name.
/// </summary>
public static class NuGetPackages
{
    /// <summary>Reads the packages that a program carries.</summary>
    /// <param name="dependencies">Its PROGRAM.deps.json.</param>
    /// <param name="cache">NuGet's folder of packages; need not be there.</param>
    /// <returns>The packages by name; where a licence is not known its place says why.</returns>
    /// <exception cref="PerfException">The list is not there or cannot be read.</exception>
    public static ImmutableArray<Part> Of(string dependencies, string cache) => Read(
        dependencies, "build or install the command again", list => list.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package")
            .Select(library => library.Name.Split('/'))
            .Select(name => new Part("package", name[0], name[^1], Licence(cache, name[0], name[^1]))));

    /// <summary>Reads the packages that a project is built and tested with.</summary>
    /// <param name="lockFile">Its packages.lock.json.</param>
    /// <param name="cache">NuGet's folder of packages; need not be there.</param>
    /// <returns>The packages by name, those that others bring along too; where a licence is not known its place says why.</returns>
    /// <exception cref="PerfException">The file is not there or cannot be read.</exception>
    public static ImmutableArray<Part> Locked(string lockFile, string cache) => Read(lockFile, "check the file out again", list =>
        list.GetProperty("dependencies").EnumerateObject()
            .SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() != "Project")
            .Select(package => (package.Name, Version: package.Value.GetProperty("resolved").GetString()!))
            .Select(package => new Part(
                "package to build or test with", package.Name, package.Version, Licence(cache, package.Name, package.Version))));

    private static ImmutableArray<Part> Read(string file, string remedy, Func<JsonElement, IEnumerable<Part>> parts)
    {
        try
        {
            using var list = JsonDocument.Parse(File.ReadAllText(file));
            return [.. parts(list.RootElement).OrderBy(part => part.Name, StringComparer.OrdinalIgnoreCase)];
        }
        catch (Exception fault) when (FileFault.Is(fault) || fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new PerfException(ExitStatus.Missing, "A list of NuGet packages cannot be read")
            {
                Where = file,
                Observed = fault.Message,
                Remedy = remedy,
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
        catch (Exception fault) when (FileFault.Is(fault))
        {
            return "unknown: its nuspec is not in the NuGet cache";
        }
        catch (Exception fault) when (fault is XmlException or InvalidOperationException)
        {
            return "unknown: its nuspec cannot be read";
        }
    }
}
