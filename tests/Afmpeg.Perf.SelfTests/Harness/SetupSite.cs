using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>A repository and a cache of one test, and what set-up told about them.</summary>
public sealed class SetupSite : IDisposable
{
    private readonly TemporaryFolder temporary = new();
    private readonly List<SetupEvent> told = [];

    public SetupSite(string? cache = null)
    {
        Folders = new SuiteFolders(temporary.File("repository"), cache ?? temporary.File("cache"));
        Directory.CreateDirectory(Folders.Toolchain);
        Steps = new StepRunner(Folders, new StepTimes(temporary.File("step-times.json")), Tell);
    }

    public SuiteFolders Folders { get; }
    public StepRunner Steps { get; }

    public IReadOnlyList<SetupEvent> Told
    {
        get
        {
            lock (told)
            {
                return [.. told];
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
        lock (told)
        {
            told.Add(progress);
        }
    }
}
