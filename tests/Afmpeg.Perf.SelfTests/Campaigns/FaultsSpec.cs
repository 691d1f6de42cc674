using Afmpeg.Perf.Log;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.SelfTests.Faults;

namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>What may go wrong around a real run: each ends with one clear error or in a finished run, and the same command then completes it.</summary>
[Collection(Campaign.Name)]
public sealed class FaultsSpec(RuinableSuite suite) : IClassFixture<RuinableSuite>
{
    [SkippableFact]
    public void A_disk_that_fills_up_ends_the_run_with_status_3_and_with_room_it_goes_on()
    {
        using var disk = new SmallDisk("2m");
        var run = RuinableSuite.RunLineInto($"{disk.Path}/report");
        disk.Fill(free: 16 << 10);

        var (status, _, errors) = suite.Run(run);

        RuinableSuite.IsToldClearly(status, errors, "No space left on device");
        var log = Path.Combine(disk.Path, "report", "measurements.jsonl");
        var rows = MeasurementLog.Read(log);
        rows.Should().NotBeEmpty();
        disk.Fill(free: 2 << 20);
        suite.Run(run).Status.Should().BeOneOf(RuinableSuite.Ended);
        MeasurementLog.Read(log).Take(rows.Length).Should().Equal(rows, "what was measured before is part of the run");
        MeasurementLog.Read(log).Should().OnlyContain(row => row.Run == rows[0].Run);
    }

    [SkippableFact]
    public void A_work_folder_that_is_full_is_told_with_its_place()
    {
        using var disk = new SmallDisk("64k");

        // With little room in memory the work folder is made in TMPDIR.
        var (status, _, errors) = suite.RunWithMount($"mount -t tmpfs -o size=1m afmpeg-rules /dev/shm && export TMPDIR='{disk.Path}'");

        RuinableSuite.IsToldClearly(status, errors, "No space left on device", "Not enough space");
        errors.Should().Contain(disk.Path);
    }

    [SkippableFact]
    public void A_report_folder_that_is_read_only_is_told_before_anything_is_measured()
    {
        using var disk = new SmallDisk("2m");
        Directory.CreateDirectory(Path.Combine(disk.Path, "report"));
        disk.MakeReadOnly();

        var (status, _, errors) = suite.Run(RuinableSuite.RunLineInto($"{disk.Path}/report"));

        RuinableSuite.IsToldClearly(status, errors, "Read-only file system");
        errors.Should().NotContain("round 1");
        Directory.EnumerateFileSystemEntries(Path.Combine(disk.Path, "report")).Should().BeEmpty();
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(3000)]
    [InlineData(20_000)]
    public void A_limit_of_file_sizes_ends_in_a_clear_error_or_in_failed_rows_and_without_it_the_run_is_completed(int bytes)
    {
        suite.Forget();
        using (var command = suite.StartRun(rows: 1))
        {
            BuiltCommand.RunProgram("prlimit", "/", new Dictionary<string, string?>(), "--pid", $"{command.Id}", $"--fsize={bytes}").Status.Should().Be(0);
            var (status, _, errors) = command.Finish();
            status.Should().BeOneOf([1, 3], errors);
            (status == 1 || errors.Contains("do:", StringComparison.Ordinal)).Should().BeTrue(errors);
        }

        var rows = suite.Lines();
        suite.Run(suite.RunLine).Status.Should().BeOneOf(RuinableSuite.Ended);
        suite.Lines().Take(rows.Length).Should().Equal(rows);
        suite.EveryMeasurementIsThereOnce();
    }

    [SkippableFact]
    public void A_report_folder_that_is_removed_under_a_run_gets_all_its_rows_back()
    {
        suite.Forget();
        string[] before;
        using (var command = suite.StartRun(RuinableSuite.SomeRows, suite.RunLine))
        {
            before = suite.Lines();
            suite.Forget();
            var (status, _, errors) = command.Finish();
            status.Should().BeOneOf(RuinableSuite.Ended, errors);
        }

        suite.Lines().Take(before.Length).Should().Equal(before);
        suite.Lines().Length.Should().BeGreaterThan(before.Length);
        RunState.Read(suite.Report)!.Account.Should().NotBeNull();
        File.Exists(Path.Combine(suite.Report, "report.html")).Should().BeTrue();
    }

    [SkippableFact]
    public void A_module_that_is_damaged_in_the_cache_is_told_with_its_checksum_and_what_to_do()
    {
        // A cache keeps what older recipes made, too, and only the run knows which of them is today's.
        var whole = Directory.EnumerateFiles(Path.Combine(suite.Cache, "products"), "*.wasm", SearchOption.AllDirectories)
            .Where(file => file.Contains("/gpl+O3-simd128-msa-", StringComparison.Ordinal))
            .ToDictionary(file => file, File.ReadAllBytes);
        try
        {
            foreach (var (module, bytes) in whole)
            {
                // Not written to in place: it may be the machine's own by another name.
                File.Delete(module);
                File.WriteAllBytes(module, bytes[..(bytes.Length / 2)]);
            }

            var (status, _, errors) = suite.Run(suite.RunLine);

            RuinableSuite.IsToldClearly(status, errors, "sha256");
            errors.Should().ContainAny(whole.Keys);
        }
        finally
        {
            foreach (var (module, bytes) in whole)
            {
                File.WriteAllBytes(module, bytes);
            }
        }

        suite.Run(suite.RunLine).Status.Should().BeOneOf(RuinableSuite.Ended);
    }

    [SkippableFact]
    public void A_cache_that_vanishes_under_a_run_costs_what_it_held_and_no_row()
    {
        suite.Forget();
        var products = Path.Combine(suite.Cache, "products");
        string[] before;
        using (var command = suite.StartRun(RuinableSuite.SomeRows, suite.RunLine))
        {
            before = suite.Lines();
            Directory.Move(products, $"{products}.gone");
            try
            {
                var (status, _, errors) = command.Finish();
                status.Should().BeOneOf([.. RuinableSuite.Ended, 3], errors);
                errors.Should().NotContain("   at ");
            }
            finally
            {
                if (Directory.Exists(products))
                {
                    Directory.Delete(products, recursive: true);
                }

                Directory.Move($"{products}.gone", products);
            }
        }

        suite.Lines().Take(before.Length).Should().Equal(before);
        suite.Run(suite.RunLine).Status.Should().BeOneOf(RuinableSuite.Ended);
        suite.EveryMeasurementIsThereOnce();
    }
}
