using System.Collections.Concurrent;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;

namespace Afmpeg.Perf.Measurements;

/// <summary>Counts what modules execute, once for each job and module, with Wasmtime's fuel; untimed, so several at once.</summary>
public sealed class OperationCounter(
    Func<BenchmarkCase, Reading<ILaneRunner>> runners, Action<BenchmarkCase, WorkFolder> stage,
    Func<BenchmarkCase, (string Module, string Key)> identify, OperationCache cache)
{
    /// <summary>The engine that counts.</summary>
    public const string Engine = "wasmtime";

    // Each has a work folder with a compiled copy of every module.
    private const int MostAtOnce = 4;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, (string Module, string Key)> identities = new();

    /// <summary>What a run counts: each job with each module that it runs in a single instance.</summary>
    public static ImmutableArray<BenchmarkCase> Cases(ImmutableArray<BenchmarkCase> cases) =>
    [
        .. cases.Where(benchmarkCase => Counts(benchmarkCase.Lane)).DistinctBy(OperationCount.KeyOf)
            .Select(benchmarkCase => benchmarkCase with
            {
                Lane = Lane.Wasm(Engine, benchmarkCase.Lane.Build!, StopCheck.Fuel) with
                {
                    CustomFlavour = benchmarkCase.Lane.CustomFlavour,
                },
            }),
    ];

    /// <summary>Whether operations are counted for a lane: a single instance of a WASI command, which ffmpeg.wasm is not.</summary>
    public static bool Counts(Lane lane) => lane is { IsWasm: true, Mode: LaneMode.Alone } && lane != Lane.FfmpegWasm;

    /// <summary>Counts, or takes what was counted earlier.</summary>
    /// <param name="cases">What to count: <see cref="Cases"/>.</param>
    /// <param name="cores">How many are counted at once at most, 1 or more.</param>
    /// <param name="report">Called every two seconds: how many are done, of how many, and the case that was begun last.</param>
    /// <param name="cancellation">Stops at once; finished counts are kept.</param>
    /// <returns>The counts, in the order of the cases; one that failed says why.</returns>
    public ImmutableArray<OperationCount> Count(
        ImmutableArray<BenchmarkCase> cases, int cores, Action<int, int, BenchmarkCase> report, CancellationToken cancellation)
    {
        var counts = new ConcurrentDictionary<string, OperationCount>();
        foreach (var benchmarkCase in cases)
        {
            if (cache.Find(IdentityOf(benchmarkCase).Key) is { } known)
            {
                counts[OperationCount.KeyOf(benchmarkCase)] = Of(benchmarkCase, known, reason: null);
            }
        }

        var missing =
            new ConcurrentQueue<BenchmarkCase>(cases.Where(benchmarkCase => !counts.ContainsKey(OperationCount.KeyOf(benchmarkCase))));
        var (done, total, begun) = (0, missing.Count, missing.FirstOrDefault());
        // The kernel ties a guest's life to the thread that started it: each has a thread of its own.
        var all = Task.WhenAll(Enumerable.Range(0, Math.Min(Math.Min(cores, MostAtOnce), total)).Select(_ => Task.Factory.StartNew(
            WorkOff, cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        while (total > 0 && Task.WaitAny([all], Heartbeat) < 0)
        {
            report(done, total, begun!);
        }

        all.GetAwaiter().GetResult();
        return [.. cases.Select(benchmarkCase => counts[OperationCount.KeyOf(benchmarkCase)])];

        void WorkOff()
        {
            try
            {
                using var folder = WorkFolder.Create();
                while (missing.TryDequeue(out var benchmarkCase))
                {
                    cancellation.ThrowIfCancellationRequested();
                    begun = benchmarkCase;
                    counts[OperationCount.KeyOf(benchmarkCase)] = CountOne(benchmarkCase, folder, cancellation);
                    Interlocked.Increment(ref done);
                }
            }
            catch
            {
                // The others are not to go on with what nobody will hear of.
                missing.Clear();
                throw;
            }
        }
    }

    private OperationCount CountOne(BenchmarkCase benchmarkCase, WorkFolder folder, CancellationToken cancellation)
    {
        var found = runners(benchmarkCase);
        if (!found.TryGet(out var runner))
        {
            return Of(benchmarkCase, count: null, found.Reason);
        }

        LaneReading reading;
        try
        {
            stage(benchmarkCase, folder);
            folder.ClearOutput();
            reading = runner.Run(benchmarkCase.Job, folder, Longest, cancellation);
        }
        catch (PerfException fault)
        {
            return Of(benchmarkCase, count: null, fault.Message);
        }

        if (reading is not { Outcome: Outcome.Ok, Phases.Count: { } count })
        {
            return Of(benchmarkCase, count: null, reading.Reason ?? "the worker reported no count");
        }

        cache.Keep(IdentityOf(benchmarkCase).Key, count);
        return Of(benchmarkCase, count, reason: null);
    }

    private (string Module, string Key) IdentityOf(BenchmarkCase benchmarkCase) =>
        identities.GetOrAdd(OperationCount.KeyOf(benchmarkCase), _ => identify(benchmarkCase));

    private OperationCount Of(BenchmarkCase benchmarkCase, GuestCount? count, string? reason) =>
        new(benchmarkCase.Job.Id, benchmarkCase.Job.Setting.Flavour, benchmarkCase.Lane.Build!, IdentityOf(benchmarkCase).Module, count,
            reason);
}
