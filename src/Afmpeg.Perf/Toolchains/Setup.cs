using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Toolchains;

/// <summary>Does what is missing, stage by stage, under a lock that keeps a second process from doing it too.</summary>
public static class Setup
{
    /// <summary>Does the tasks.</summary>
    /// <param name="folders">Where the lock and unfinished builds lie.</param>
    /// <param name="steps">Reports waiting, and tasks that are skipped.</param>
    /// <param name="mayInstall">Whether packages may be installed.</param>
    /// <param name="findTasks">
    /// Lists the tasks; called again once the lock is held, since another process may have done them meanwhile.
    /// </param>
    /// <param name="announce">Called with the tasks before any of them is done.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="PerfException">
    /// A step failed, packages would have to be installed and may not, or the cache cannot be written to and not all tasks are optional.
    /// </exception>
    public static async Task Run(
        SuiteFolders folders,
        StepRunner steps,
        bool mayInstall,
        Func<Task<ImmutableArray<SetupTask>>> findTasks,
        Action<ImmutableArray<SetupTask>> announce,
        CancellationToken cancellation)
    {
        var wanted = await findTasks();
        if (wanted.IsEmpty)
        {
            return;
        }

        if (wanted.FirstOrDefault(task => task.IsImpossible) is { } impossible)
        {
            throw new PerfException(ExitStatus.Missing, Apt.Missing) { Expected = $"apt, to {impossible.Name}", Remedy = Apt.Remedy };
        }

        if (!MakeCache(folders, wanted, steps))
        {
            return;
        }

        using var guard = await Lock(folders.Cache, steps, cancellation);
        ClearAbandoned(folders.Work);
        var tasks = (await findTasks()).RemoveAll(task => !mayInstall && task is { Stage: SetupStage.Install, IsOptional: true });
        if (!mayInstall && tasks.FirstOrDefault(task => task.Stage == SetupStage.Install) is { } install)
        {
            throw new PerfException(ExitStatus.Missing, "Debian packages are missing, and --no-install forbids installing them")
            {
                Expected = install.Name,
                Remedy = $"run {install.Command}{Environment.NewLine}then give the same command again",
            };
        }

        if (!tasks.IsEmpty)
        {
            announce(tasks);
        }

        if (tasks.Any(task => task.Stage == SetupStage.Install))
        {
            await DoStages(tasks.Where(task => task.Stage == SetupStage.Install), steps, cancellation);
            // A compiler that was installed just now may not be the one that built what lies in the cache.
            tasks = (await findTasks()).RemoveAll(task => task.Stage == SetupStage.Install);
        }

        await DoStages(tasks.Where(task => task.Stage <= SetupStage.Fetch), steps, cancellation);
        // Where the archive has moved on, what was fetched makes another product.
        await DoStages((await findTasks()).Where(task => task.Stage > SetupStage.Fetch), steps, cancellation);
    }

    private static async Task DoStages(IEnumerable<SetupTask> tasks, StepRunner steps, CancellationToken cancellation)
    {
        foreach (var stage in tasks.GroupBy(task => task.Stage).OrderBy(stage => stage.Key))
        {
            await Parallel.ForEachAsync(
                stage,
                new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = AtOnce(stage.Key) },
                async (task, token) => await Do(task, steps, token));
        }
    }

    // apt has one lock; compiling leaves one core to the configure scripts of another build, which use one.
    private static int AtOnce(SetupStage stage) => stage == SetupStage.Install ? 1 : Math.Max(2, Environment.ProcessorCount / 2);

    private static async Task Do(SetupTask task, StepRunner steps, CancellationToken cancellation)
    {
        try
        {
            await task.Work(cancellation);
        }
        catch (PerfException) when (task.IsOptional)
        {
            steps.Skip(task.Name);
        }
    }

    // False if it cannot be written to and only optional things are missing, which are then skipped.
    private static bool MakeCache(SuiteFolders folders, ImmutableArray<SetupTask> wanted, StepRunner steps)
    {
        try
        {
            Directory.CreateDirectory(folders.Work);
            // A folder that is there may be another user's.
            var probe = Path.Combine(folders.Work, $".writable-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return true;
        }
        catch (Exception fault) when (FileFault.Is(fault) && wanted.All(task => task.IsOptional))
        {
            foreach (var task in wanted)
            {
                steps.Skip($"{task.Name} ({folders.Cache} cannot be written to: {fault.Message})");
            }

            return false;
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            throw CannotWrite(folders.Cache, fault);
        }
    }

    private static PerfException CannotWrite(string cache, Exception fault) => new(ExitStatus.Missing, "The cache cannot be written to")
    {
        Where = cache,
        Expected = "a folder on a disk with about 2 GiB of room",
        Observed = fault.Message,
        Remedy = "make room, or name another folder in AFMPEG_CACHE",
    };

    private static async Task<FileLock> Lock(string cache, StepRunner steps, CancellationToken cancellation)
    {
        var file = Path.Combine(cache, "lock");
        try
        {
            return await FileLock.Wait(file, purpose: null, TimeSpan.Zero, cancellation) ?? await steps.Timed(
                "waiting for another afmpeg-perf that is setting up",
                async () => (await FileLock.Wait(file, purpose: null, TimeSpan.MaxValue, cancellation))!);
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            throw CannotWrite(cache, fault);
        }
    }

    // Under the lock nobody builds: whatever lies there was left by a process that was killed. A step that outlived it may still write
    // there; such a folder goes the next time, and its name is used once only.
    private static void ClearAbandoned(string work)
    {
        foreach (var folder in Directory.EnumerateDirectories(work))
        {
            OwnedFolders.TryRemove(folder);
        }
    }
}
