using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Toolchains;

public sealed class ProductStoreRules : IDisposable
{
    private static readonly Product Native =
        new(Product.Native, "native", "gpl", Product.NativeBuild, Asm: true, Threads: true, "-O3", "own", []);

    private static readonly ToolchainRecipes Recipes = new(
        [],
        [Native, Native with { Key = Product.Portable, Build = Product.PortableBuild }],
        [],
        ImmutableSortedDictionary<string, string>.Empty.Add("lib.sh", "00"),
        "launcher");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_recipe_changes_only_with_its_own_entry_the_steps_and_the_sources()
    {
        var hash = Recipes.HashOf(Native);

        Recipes.HashOf(Native with { Optimize = "-O2" }).Should().NotBe(hash);
        (Recipes with { Steps = Recipes.Steps.SetItem("lib.sh", "11") }).HashOf(Native).Should().NotBe(hash);
        (Recipes with { Sources = [new SourcePackage("x264", "1", "GPL", "x264.tar", "00")] }).HashOf(Native).Should().NotBe(hash);
        (Recipes with { Products = Recipes.Products.Add(Native with { Key = "another" }) }).HashOf(Native).Should().Be(hash);
    }

    [Fact]
    public void A_product_is_found_for_its_own_compiler_or_if_no_compiler_is_installed()
    {
        Publish("aaaaaaaa");

        Store("aaaaaaaa").Find(Native).Should().NotBeNull();
        Store(null).Find(Native).Should().NotBeNull("it runs without the compiler that made it");
        Store("bbbbbbbb").Find(Native).Should().BeNull();
        Store(null).Find(Recipes.Products[1]).Should().BeNull("its key only begins like another's");
    }

    [Theory]
    [InlineData("ffmpeg", "other bytes")]
    [InlineData("ffmpeg", null)]
    [InlineData("manifest.json", "{\"sha")]
    [InlineData("manifest.json", "{}")]
    [InlineData("manifest.json", null)]
    public void A_damaged_product_is_reported_with_how_to_build_it_again(string file, string? text)
    {
        var home = Publish("aaaaaaaa");
        File.Delete(Path.Combine(home, file));
        if (text is not null)
        {
            File.WriteAllText(Path.Combine(home, file), text);
        }

        var fault = FluentActions.Invoking(() => Store("aaaaaaaa").Open(Native)).Should().Throw<PerfException>().Which;

        (fault.Status, fault.Where).Should().Be((ExitStatus.Missing, Path.Combine(home, "ffmpeg")));
        fault.Remedy.Should().StartWith($"rm -r {home}");
        (fault.Expected, fault.Observed).Should().Match<(string?, string?)>(parts => parts.Item1 != null && parts.Item2 != null);
    }

    [Fact]
    public async Task A_build_that_fails_half_way_leaves_nothing_that_looks_finished()
    {
        using var site = new SetupSite();
        site.Script("unpack.sh", "echo half > \"$BUILD_OUT/ffmpeg\"");
        site.Script("build-zlib.sh", "exit 1");
        var store = new ProductStore(site.Folders.Products, Recipes, "aaaaaaaa");

        await FluentActions.Awaiting(
            () => new ProductBuilder(site.Folders, Recipes, site.Steps).Build(Native, store, "clang", CancellationToken.None))
            .Should().ThrowAsync<PerfException>();

        store.Find(Native).Should().BeNull();
        Directory.GetFileSystemEntries(site.Folders.Work).Should().BeEmpty();
    }

    [Theory]
    [InlineData("clang-19", true)]
    [InlineData("nasm", true)]
    [InlineData("patch", false)]
    public void While_a_compiler_is_missing_there_is_no_compiler_hash(string missing, bool isCompiler)
    {
        ImmutableArray<string> wanted = ["clang-19", "nasm", "patch"];
        var packages =
            new DebianPackages(wanted, wanted.Remove(missing).ToImmutableSortedDictionary(name => name, _ => "1", StringComparer.Ordinal));

        packages.Missing.Should().Equal(missing);
        (packages.CompilerHash is null).Should().Be(isCompiler);
    }

    private ProductStore Store(string? compiler) => new(folder.File("products"), Recipes, compiler);

    private string Publish(string compiler)
    {
        var built = Directory.CreateDirectory(folder.File("built")).FullName;
        File.WriteAllText(Path.Combine(built, "ffmpeg"), "bytes");
        var checksum = ProductStore.Checksum(Path.Combine(built, "ffmpeg"));
        Store(compiler).Publish(built, new ProductManifest(
            Native, Recipes.HashOf(Native), "clang", ImmutableSortedDictionary<string, string>.Empty, 5, checksum, null, null, null));
        return Store(compiler).Find(Native)!;
    }
}
