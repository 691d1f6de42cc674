namespace Afmpeg.Perf.Measurements;

/// <summary>Who has the turn to measure, in a file beside the lock: a locked file is closed to readers.</summary>
/// <param name="file">The file that is locked.</param>
/// <param name="output">The folder that this process's run writes to.</param>
internal sealed class LockHolder(string file, string output)
{
    private const string Nobody = "a process that left no name";
    private readonly string holders = $"{file}.holder";

    /// <summary>The holder, if it is another process, for people.</summary>
    public string Other
    {
        get
        {
            var lines = SharedFile.TryRead(holders)?.Split('\n') ?? [];
            // One that was killed could not take its name away.
            return lines is [var process, var folder, ..] && int.TryParse(process, out var id) && Directory.Exists($"/proc/{id}")
                ? $"process {id}, which writes to {folder}"
                : Nobody;
        }
    }

    /// <summary>Leaves this process's name; a name that cannot be left is no reason not to measure.</summary>
    public void Write() => SharedFile.TryWrite(holders, $"{Environment.ProcessId}\n{output}\n");

    /// <summary>Takes it away.</summary>
    public void Clear() => SharedFile.TryWrite(holders, "");
}
