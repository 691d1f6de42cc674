namespace Afmpeg.Perf.Foundation;

/// <summary>Folders that say in their names which process they are of, so that what a killed one left can be told from what is in use.</summary>
internal static class OwnedFolders
{
    /// <summary>A name that is used once.</summary>
    /// <param name="prefix">What it begins with.</param>
    /// <returns>The name.</returns>
    public static string NewName(string prefix) => $"{prefix}-{Environment.ProcessId}-{Guid.NewGuid():N}";

    /// <summary>Removes those whose process is gone; whatever else has a name like theirs stays.</summary>
    /// <param name="parent">The folder that they are in.</param>
    /// <param name="prefix">What their names begin with.</param>
    public static void RemoveAbandoned(string parent, string prefix)
    {
        foreach (var folder in Directory.EnumerateDirectories(parent, $"{prefix}-*"))
        {
            if (Path.GetFileName(folder)[(prefix.Length + 1)..].Split('-') is [var owner, { Length: 32 }]
                && int.TryParse(owner, out var process) && !Directory.Exists($"/proc/{process}"))
            {
                TryRemove(folder);
            }
        }
    }

    private static void TryRemove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Another process is removing it, or it is another user's.
        }
    }
}
