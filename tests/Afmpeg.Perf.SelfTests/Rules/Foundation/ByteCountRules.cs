using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.SelfTests.Rules.Foundation;

public sealed class ByteCountRules
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1023, "1023 B")]
    [InlineData(1024, "1 KiB")]
    [InlineData(14_541, "14.2 KiB")]
    [InlineData(123_731_968, "118 MiB")]
    [InlineData(5_368_709_120, "5120 MiB")]
    public void It_is_written_with_a_binary_unit(long bytes, string text) => new ByteCount(bytes).ToString().Should().Be(text);

    [Fact]
    public void The_kernel_counts_in_kibibytes() => ByteCount.FromKibibytes(3).Should().Be(new ByteCount(3072));
}
