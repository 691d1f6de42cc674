using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>A repository and a cache of one test, and the events that set-up reported.</summary>
public sealed class SetupSite : IDisposable
{
    private readonly TemporaryFolder temporary = new();
    private readonly List<SetupEvent> events = [];

    public SetupSite(string? cache = null)
    {
        Folders = new SuiteFolders(temporary.File("repository"), cache ?? temporary.File("cache"));
        Directory.CreateDirectory(Folders.Toolchain);
        Steps = new StepRunner(Folders, Tell);
    }

    public SuiteFolders Folders { get; }
    public StepRunner Steps { get; }

    public IReadOnlyList<SetupEvent> Told
    {
        get
        {
            lock (events)
            {
                return [.. events];
            }
        }
    }

    public void Script(string name, string text) => File.WriteAllText(Path.Combine(Folders.Toolchain, name), text);

    public Task<string> Run(string script, CancellationToken cancellation = default) =>
        Steps.Script("a step", script, [], new Dictionary<string, string?>(), cancellation);

    public string Scratch(string name) => temporary.File(name);

    public void Dispose() => temporary.Dispose();

    private void Tell(SetupEvent progress)
    {
        lock (events)
        {
            events.Add(progress);
        }
    }
}
