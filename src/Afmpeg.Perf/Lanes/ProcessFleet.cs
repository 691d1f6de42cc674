using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Lanes;

/// <summary>
/// Runs each command of a plan in a process of its own. The reading of a single command is as it is. Of several: they execute from the
/// first start to the last end, their processor times are summed, and the peak is the largest process's.
/// </summary>
internal sealed class ProcessFleet(RunCommand runCommand)
{
    public LaneReading Run(LanePlan plan, WorkFolder folder, TimeSpan limit, CancellationToken cancellation)
    {
        if (plan.OnlyCommand is { } command)
        {
            return runCommand(command, folder, limit, cancellation);
        }

        var clock = Stopwatch.StartNew();
        var all = new List<LaneReading>();
        foreach (var commands in plan.Stages)
        {
            var stage = new Stage(runCommand, commands, folder, () => limit - clock.Elapsed);
            all.AddRange(stage.Run(Math.Min(plan.AtOnce, commands.Length), cancellation));
            if (stage.Fault is { } fault)
            {
                return fault.Outcome == Outcome.TimedOut ? LaneReading.PastLimit(limit) : fault;
            }
        }

        return Combine(all, clock.Elapsed);
    }

    private static LaneReading Combine(List<LaneReading> all, TimeSpan wall)
    {
        var usages = all.Select(reading => reading.Usage!).ToArray();
        var usage = new ProcessUsage(
            wall,
            new TimeSpan(usages.Sum(each => each.User.Ticks)),
            new TimeSpan(usages.Sum(each => each.System.Ticks)),
            new ByteCount(usages.Max(each => each.PeakResident.Bytes)));
        return new LaneReading(Outcome.Ok, null, Phases.None with { Execute = wall }, usage);
    }

    // Threads, not tasks: the kernel ties a launcher's life to the thread that started it.
    private sealed class Stage(
        RunCommand runCommand, ImmutableArray<ImmutableArray<string>> commands, WorkFolder folder, Func<TimeSpan> timeLeft)
    {
        private readonly Lock gate = new();
        private readonly List<LaneReading> readings = [];
        private ExceptionDispatchInfo? thrown;
        private int next = -1;

        /// <summary>The first command that did not end well; null where all did.</summary>
        public LaneReading? Fault { get; private set; }

        public List<LaneReading> Run(int atOnce, CancellationToken cancellation)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var threads = Enumerable.Range(0, atOnce).Select(_ => new Thread(() => WorkOff(stop)) { IsBackground = true }).ToArray();
            Array.ForEach(threads, thread => thread.Start());
            Array.ForEach(threads, thread => thread.Join());
            cancellation.ThrowIfCancellationRequested();
            thrown?.Throw();
            return readings;
        }

        private void WorkOff(CancellationTokenSource stop)
        {
            try
            {
                for (int own; (own = Interlocked.Increment(ref next)) < commands.Length && !stop.IsCancellationRequested;)
                {
                    RunOne(commands[own], stop);
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // Another command failed, or the whole run was called off: the cause is reported there.
            }
#pragma warning disable CA1031 // It is thrown again, on the thread that waits.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                lock (gate)
                {
                    thrown ??= ExceptionDispatchInfo.Capture(fault);
                }

                stop.Cancel();
            }
        }

        private void RunOne(ImmutableArray<string> command, CancellationTokenSource stop)
        {
            var left = timeLeft();
            var reading = left > TimeSpan.Zero ? runCommand(command, folder, left, stop.Token) : LaneReading.PastLimit(left);
            lock (gate)
            {
                readings.Add(reading);
                Fault ??= reading.Outcome == Outcome.Ok ? null : reading;
            }

            if (reading.Outcome != Outcome.Ok)
            {
                stop.Cancel();
            }
        }
    }
}
