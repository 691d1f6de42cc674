using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Hosts;

namespace Afmpeg.Perf.SelfTests.Rules.Hosts;

public sealed class HostRules
{
    private const string Information =
        """
        processor	: 0
        vendor_id	: AuthenticAMD
        cpu family	: 25
        model		: 1
        model name	: AMD EPYC
        stepping	: 1
        cpu MHz		: 2445.430
        flags		: fpu vme avx2
        power management:

        processor	: 1
        vendor_id	: GenuineIntel
        """;

    private static readonly Host Known =
        new(2, "AMD EPYC", new ByteCount(8L << 30), "Debian GNU/Linux 12", "6.1.0", 0.3, ProcessorModel.Of(Information));

    [Fact]
    public void A_processors_model_is_its_vendor_family_model_stepping_and_abilities() =>
        Known.Model.Should().MatchRegex("^AuthenticAMD/25/1/1, 3 flags [0-9a-f]{12}$");

    [Theory]
    [InlineData("cpu family	: 25", "cpu family	: 26")]
    [InlineData("model		: 1", "model		: 17")]
    [InlineData("stepping	: 1", "stepping	: 2")]
    [InlineData("avx2", "avx512f")]
    [InlineData("fpu vme avx2", "fpu vme")]
    [InlineData("AuthenticAMD", "HygonGenuine")]
    public void Different_processors_with_the_same_name_share_no_fingerprint(string one, string other) =>
        Of(Information.Replace(one, other, StringComparison.Ordinal)).Fingerprint.Should().NotBe(Known.Fingerprint);

    [Theory]
    [InlineData("2445.430", "3100.000")]
    [InlineData("fpu vme avx2", "avx2 fpu vme")]
    public void Values_that_change_from_moment_to_moment_are_not_part_of_the_fingerprint(string one, string other) =>
        Of(Information.Replace(one, other, StringComparison.Ordinal)).Fingerprint.Should().Be(Known.Fingerprint);

    [Fact]
    public void An_Arm_processor_is_known_by_its_parts()
    {
        const string Arm = "processor\t: 0\nFeatures\t: fp asimd\nCPU implementer\t: 0x41\nCPU architecture: 8\n"
            + "CPU variant\t: 0x3\nCPU part\t: 0xd0c\nCPU revision\t: 1";

        ProcessorModel.Of(Arm).Should().StartWith("0x41/8/0x3/0xd0c/1, 2 flags ");
        ProcessorModel.Of(Arm.Replace("0xd0c", "0xd40", StringComparison.Ordinal)).Should().NotBe(ProcessorModel.Of(Arm));
    }

    [Theory]
    [InlineData("")]
    [InlineData("processor : 0")]
    [InlineData("no colon at all")]
    public void A_processor_that_reports_nothing_has_no_model(string information) => ProcessorModel.Of(information).Should().BeNull();

    [Fact]
    public void A_fingerprint_is_12_hexadecimal_digits_and_has_not_changed_for_a_host_without_a_model()
    {
        Known.Fingerprint.Should().MatchRegex("^[0-9a-f]{12}$");
        (Known with { Model = null }).Fingerprint.Should().Be("25b018e4a730").And.NotBe(Known.Fingerprint);
    }

    [Fact]
    public void This_machine_reports_its_model() => Host.Read().Model.Should().NotBeNullOrEmpty();

    private static Host Of(string information) => Known with { Model = ProcessorModel.Of(information) };
}
