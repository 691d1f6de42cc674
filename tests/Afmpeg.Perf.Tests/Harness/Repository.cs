namespace Afmpeg.Perf.Tests.Harness;

/// <summary>Where this repository's own files are, for rules that read them.</summary>
public static class Repository
{
    private const string Marker = "Afmpeg.Tests.sln";

    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Marker)))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException(
            $"No folder above {start} holds {Marker}: the rules read the repository that they were built in");
    }
}
