using System.Diagnostics;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.SelfTests.Rules.Foundation;

public sealed class CommandTextRules
{
    [Fact]
    public void Plain_words_stay_as_they_are() =>
        CommandText.Of("/usr/bin/ffmpeg", ["-vf", "scale=640:360", "media/a-1.mkv"]).Should()
            .Be("/usr/bin/ffmpeg -vf scale=640:360 media/a-1.mkv");

    [Fact]
    public void Words_that_a_shell_would_change_are_quoted() =>
        CommandText.Of("run", ["*", "", "a b", "it's"]).Should().Be(@"run '*' '' 'a b' 'it'\''s'");

    [Theory]
    [InlineData("lanes.json", "lanes.json")]
    [InlineData("my lanes.json", "'my lanes.json'")]
    [InlineData("~/a b/lanes.json", "~/'a b/lanes.json'")]
    [InlineData("-x.json", "./-x.json")]
    public void A_path_stays_one_word_and_a_tilde_stays_unquoted(string path, string text) => CommandText.OfPath(path).Should().Be(text);

    [Theory]
    [InlineData("$HOME `id` \"x\" \\")]
    [InlineData("it's 'quoted' twice")]
    [InlineData("a\nb;c&d|e<f>g(h)i{j}k~l#m!n[o]p?q*")]
    public void A_shell_reads_back_the_same_word(string word)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh",
            ["-c", CommandText.Of("printf", ["%s", word])])
        { RedirectStandardOutput = true })!;

        shell.StandardOutput.ReadToEnd().Should().Be(word);
    }
}
