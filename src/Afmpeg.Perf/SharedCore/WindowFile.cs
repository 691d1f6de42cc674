using System.Text;
using System.Text.Json;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.SharedCore;

/// <summary>The windows of a folder, in windows.jsonl: a line each, on the disk before the next begins.</summary>
/// <param name="folder">The report folder.</param>
public sealed class WindowFile(string folder)
{
    private const string Name = "windows.jsonl";

    /// <summary>The file.</summary>
    public string Path { get; } = System.IO.Path.Combine(folder, Name);

    /// <summary>The windows of a run, oldest first.</summary>
    /// <exception cref="PerfException">The file cannot be read.</exception>
    public ImmutableArray<CoreWindow> Read(string run)
    {
        try
        {
            return File.Exists(Path) ? [.. File.ReadLines(Path).Select(Parse).OfType<CoreWindow>().Where(window => window.Run == run)] : [];
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            throw Fault("The windows of lanes that shared a core cannot be read", fault);
        }
    }

    /// <summary>Keeps a window.</summary>
    /// <exception cref="PerfException">It cannot be written; those before it are safe.</exception>
    public void Append(CoreWindow window)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var file = new FileStream(Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            EndTornLine(file);
            file.Write(Encoding.UTF8.GetBytes($"{JsonSerializer.Serialize(window, JsonSerializerOptions.Web)}\n"));
            file.Flush(flushToDisk: true);
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            throw Fault("A window of lanes that shared a core cannot be written; those before it are safe", fault);
        }
    }

    private static void EndTornLine(FileStream file)
    {
        file.Seek(0, SeekOrigin.End);
        if (file.Length == 0)
        {
            return;
        }

        file.Seek(-1, SeekOrigin.End);
        if (file.ReadByte() != '\n')
        {
            file.WriteByte((byte)'\n');
        }
    }

    private static CoreWindow? Parse(string line)
    {
        try
        {
            var window = JsonSerializer.Deserialize<CoreWindow>(line, JsonSerializerOptions.Web);
            return window is { Schema: CoreWindow.CurrentSchema, Shares.IsDefault: false } ? window : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private PerfException Fault(string what, Exception fault) => new(ExitStatus.Missing, what)
    {
        Where = Path,
        Expected = "a file that can be read and appended to",
        Observed = fault.Message,
        Remedy = "make room or change its permissions, or name another folder: --output DIR",
    };
}
